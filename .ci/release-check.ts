// Packs gradecheck, installs the package into an empty folder with an empty home, and grades the example class with it: the reports must be
// those of the checkout, also with native TensorFlow where this machine has it. Then releases a kit by the package and checks every example
// in it, and proves new courses with it. Prints sizes and times.
import { execFileSync, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { detectBackend } from "../reference/tensorflow/detect-backend.ts";
import { buildCacheDirectory } from "../reference/tensorflow/setup/build-cache.ts";
import { tfjsPackage } from "../reference/tensorflow/tfjs-package.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const assignment = "w2-optimization";
const temporary = mkdtempSync(join(tmpdir(), "gradecheck-release-"));
const home = join(temporary, "home");
const app = join(temporary, "app");
const course = join(temporary, "course");
const command = join(app, "node_modules/gradecheck/graders/gradecheck.js");

/** Nothing of this home, but for where packages come from; the same course secret and backend for both. */
const env: NodeJS.ProcessEnv = {
  ...process.env,
  npm_config_userconfig: npmConfig("userconfig"),
  npm_config_cache: npmConfig("cache"),
  HOME: home,
  XDG_CACHE_HOME: undefined,
  XDG_CONFIG_HOME: undefined,
  GRADECHECK_SECRET: "the release check has a secret of its own, which is none",
  GRADECHECK_BACKEND: "cpu",
};

function npmConfig(name: string): string {
  return execFileSync("npm", ["config", "get", name], { encoding: "utf8" }).trim();
}

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, env, encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", 2] });
}

function pack(): string {
  const dist = join(temporary, "dist");
  execFileSync(process.execPath, [join(root, "graders/release/build-package.ts"), dist], { stdio: "inherit" });
  const file = run("npm", ["pack", "--silent", "--pack-destination", temporary], dist).trim();
  return join(temporary, file);
}

/** Installed packages by licence, and all their bytes. */
function weigh(): string {
  const manifests = globSync("node_modules/{*,@*/*}/package.json", { cwd: app });
  const licences = manifests.map((file) => {
    const { license } = JSON.parse(readFileSync(join(app, file), "utf8")) as { license?: unknown };
    return typeof license === "string" ? license : "not said";
  });
  const counts = Object.entries(Object.groupBy(licences, (name) => name)).map(
    ([name, all]) => `${all?.length} ${name}`,
  );
  const bytes = globSync("node_modules/**/*", { cwd: app })
    .map((file) => statSync(join(app, file)))
    .reduce((sum, found) => sum + (found.isFile() ? found.size : 0), 0);
  return `${manifests.length} packages, ${Math.round(bytes / 1e6)} MB; licences: ${counts.sort().join(", ")}`;
}

const examples = globSync(join(root, "assignments", assignment, "examples", "s*").replaceAll(sep, "/")).sort();

function grade(program: string, courseFolder: string): readonly string[] {
  const args = [program, "grade", assignment, ...examples, "--json", "--course", courseFolder];
  return run(process.execPath, args, app).trim().split("\n");
}

/** What `check` says of an example's cases; it ends with 1 where not everything passes, and with 2 where there is nothing to check. */
function check(program: string, example: string, cwd: string, courseFolder: string): string {
  const args = [program, "check", assignment, example, "--json", "--course", courseFolder];
  const { stdout, status } = spawnSync(process.execPath, args, { cwd, env, encoding: "utf8" });
  if (stdout === "") return `nothing, and code ${status}`;
  const { exercises, score } = JSON.parse(stdout) as { exercises: { id: string; cases: unknown }[]; score: number };
  return withoutLimits(JSON.stringify({ status, score, cases: exercises.map(({ id, cases }) => ({ id, cases })) }));
}

/** Releases a kit by the package, installs it like a student does, and checks every example in it. @returns How many differ. */
function checkKit(): number {
  const kits = join(temporary, "kits");
  let start = performance.now();
  const seconds = (): string => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  run(process.execPath, [command, "release", assignment, "--out", kits, "--zip", "--course", course], app);
  const zipBytes = statSync(join(kits, `${assignment}.zip`)).size;
  process.stdout.write(`kit of ${assignment}: ${Math.round(zipBytes / 1000)} kB zipped, released in ${seconds()}`);
  const kit = join(kits, assignment);
  start = performance.now();
  run("npm", ["ci", "--silent"], kit);
  process.stdout.write(`, installed in ${seconds()}`);
  const own = join(kit, "node_modules/gradecheck/graders/gradecheck.js");
  const times: number[] = [];
  for (let i = 0; i < 10; i++) {
    start = performance.now();
    check(own, "submission.ts", kit, "gradecheck");
    times.push(Math.round(performance.now() - start));
  }
  process.stdout.write(
    `; check of the starter: first ${times[0]} ms, then ${times.slice(1).sort((a, b) => a - b)[4]} ms\n`,
  );
  checkTools(kit);
  return examples.filter(
    (path) => check(own, path, kit, "gradecheck") !== check(join(root, "graders/gradecheck.js"), path, app, root),
  ).length;
}

/** What else works in a kit: its example of a test, and the type checker, with an answer that is right. */
function checkTools(kit: string): void {
  cpSync(join(root, "assignments", assignment, "examples/s01-perfect-functional.ts"), join(kit, "submission.ts"));
  run("npm", ["test", "--silent"], kit);
  const { bin } = JSON.parse(readFileSync(join(root, "node_modules/typescript/package.json"), "utf8"));
  run(process.execPath, [join(root, "node_modules/typescript", bin.tsc), "--project", kit], kit);
  process.stdout.write("its example test and the type checker pass\n");
}

/** What an author begins with, both worked examples and the quiz, is proved by the package in the course's own folder. */
function checkScaffolds(): void {
  for (const example of ["linear-algebra", "statistics"]) {
    const folder = join(temporary, example);
    run(process.execPath, [command, "new", "course", folder, "--example", example], app);
    run(process.execPath, [command, "new", "quiz", "quiz"], folder);
    const said = run(process.execPath, [command, "verify"], folder).trim().split("\n").at(-1);
    process.stdout.write(`new course --example ${example}: ${said}\n`);
  }
}

/** Which of several limits a case meets first is up to the machine. */
const withoutLimits = (report: string): string =>
  report.replaceAll(/"outcome":"(?:timeout|memory)"/g, '"outcome":"limit"').replaceAll(/,"limit":\{[^}]*\}/g, "");

function describeDifference(own: string, packaged: string): string[] {
  if (own === packaged) return [];
  const at = [...own].findIndex((letter, i) => letter !== packaged[i]);
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 100);
  const { name } = (JSON.parse(own) as { submission: { name: string } }).submission;
  return [`${name}\n  checkout: …${around(own)}\n  package:  …${around(packaged)}\n`];
}

/** Grades with both, and fails the check where they differ. */
function compare(backend: string): void {
  env["GRADECHECK_BACKEND"] = backend;
  const packaged = grade(command, course);
  const own = grade(join(root, "graders/gradecheck.js"), root);
  const different = own.flatMap((report, i) =>
    describeDifference(withoutLimits(report), withoutLimits(packaged[i] ?? "{}")),
  );
  process.stdout.write(`${backend}: ${own.length} example reports, ${different.length} differ\n${different.join("")}`);
  if (different.length > 0 || own.length !== packaged.length) process.exitCode = 1;
}

/** What takes long, the download and the compiler, is taken from the caches of this home. */
function setUpNative(): void {
  const build = buildCacheDirectory(tfjsPackage("@tensorflow/tfjs-node").version, process.env);
  const caches = join(home, ".cache/gradecheck/tensorflow");
  mkdirSync(caches, { recursive: true });
  if (existsSync(build)) symlinkSync(build, join(caches, basename(build)));
  env["GRADECHECK_BACKEND"] = "tensorflow";
  process.stdout.write(run(process.execPath, [command, "setup"], app));
}

try {
  for (const folder of [home, app]) mkdirSync(folder);
  const tarball = pack();
  process.stdout.write(`${Math.round(statSync(tarball).size / 1000)} kB packed\n`);
  writeFileSync(join(app, "package.json"), '{ "private": true }\n');
  const start = performance.now();
  run("npm", ["install", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", tarball], app);
  process.stdout.write(`installed in ${Math.round((performance.now() - start) / 1000)} s: ${weigh()}\n`);
  // A course like any other: away from the checkout, without its packages.
  for (const room of ["assignments", "reference"]) cpSync(join(root, room), join(course, room), { recursive: true });
  compare("cpu");
  const atDesk = checkKit();
  process.stdout.write(
    `${examples.length} examples checked with the kit, ${atDesk} differ from the checkout in their visible cases
`,
  );
  if (atDesk > 0) process.exitCode = 1;
  checkScaffolds();
  if (detectBackend("auto").backend === "tensorflow") {
    setUpNative();
    compare("tensorflow");
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
