import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { makeKit } from "../../graders/release/release-kit.ts";
import { zipOf } from "../fixtures/archives.ts";
import { runHere } from "./run-in-process.ts";

const own = fileURLToPath(new URL("../../", import.meta.url));
const recipes = await readFile(join(own, "docs/recipes.md"), "utf8");
const example = (name: string): string => join(own, "assignments/w2-optimization/examples", name);
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradecheck-recipes-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs the command of a section, as it stands there. */
async function follow(section: string): Promise<void> {
  const text = recipes.split(/^## /m).find((one) => one.startsWith(`${section}\n`)) ?? "";
  const roster = /^```csv\n([^`]*)```$/m.exec(text)?.[1] ?? "";
  await writeFile(join(folder, `${section.toLowerCase()}-roster.csv`), roster);
  const command = /^```sh\ngradecheck (batch .*)\n```$/m.exec(text)?.[1] ?? "";
  const words = [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");
  const { code, stderr } = await runHere(folder, ...words);
  expect({ code, stderr }).toEqual({ code: 0, stderr: expect.stringContaining("To hand out") });
}

const [right, wrong] = await Promise.all(
  ["s01-perfect-functional.ts", "s08-gradient-ascent.ts"].map((name) => readFile(example(name), "utf8")),
);
const read = (path: string): Promise<string> => readFile(join(folder, path), "utf8");

test("the recipe for Canvas leads from a download to marks that Canvas imports", async () => {
  await writeFile(
    join(folder, "canvas.zip"),
    zipOf({ "lindada_21_801_submission.ts": right ?? "", "bergbo_LATE_22_802_submission-1.ts": wrong ?? "" }),
  );
  await follow("Canvas");
  expect(await read("canvas-results/canvas.csv")).toMatchInlineSnapshot(`
    "Student,ID,SIS Login ID,Section,Optimization (4711)
        Points Possible,,,,100.00
    "Lind, Ada",,ada,,100.00
    "Berg, Bo",,bo,,91.18
    "Chen, Li",,chen,,
    "
  `);
});

test("the recipe for Moodle leads from a download to marks that Moodle imports", async () => {
  await writeFile(
    join(folder, "moodle.zip"),
    zipOf({
      "Ada Lind_123_assignsubmission_file_/submission.ts": right ?? "",
      "Bo Berg_124_assignsubmission_file_/submission.ts": wrong ?? "",
    }),
  );
  await follow("Moodle");
  expect((await read("moodle-results/moodle.csv")).split("\n").map((line) => line.slice(0, 60))).toMatchInlineSnapshot(`
    [
      "Email address,Optimization,Optimization (feedback)
    ",
      "ada@example.org,100,
    ",
      "bo@example.org,91.18,
    ",
      "",
    ]
  `);
});

type ClassroomResult = { readonly status: string; readonly tests: readonly { readonly score: unknown }[] };

const resultIn = (text: string): ClassroomResult =>
  JSON.parse(Buffer.from(text.replace(/^result=/, ""), "base64").toString("utf8")) as ClassroomResult;

test("the recipe for GitHub Classroom marks clones of the kit, one folder for each student", async () => {
  for (const [student, source = ""] of Object.entries({ ada: right, bo: wrong })) {
    const clone = join(folder, "cloned", student);
    await layRepository(clone);
    await writeFile(join(clone, "submission.ts"), source);
  }
  await follow("GitHub Classroom");
  const results = await Promise.all(["ada", "bo"].map((name) => read(`results/github-classroom/${name}.txt`)));
  expect(results.map((text) => resultIn(text).status)).toEqual(["pass", "fail"]);
});

/** What `npm ci` does there; gradecheck is this one. */
async function install(repository: string): Promise<void> {
  await mkdir(join(repository, "node_modules/.bin"), { recursive: true });
  await symlink(join(own, "graders/gradecheck.js"), join(repository, "node_modules/.bin/gradecheck"));
}

/** A repository that was made from a kit. */
async function layRepository(repository: string): Promise<void> {
  const gradecheck = { fileName: "gradecheck.tgz", bytes: new Uint8Array() };
  const kit = await makeKit("w2-optimization", { cacheDirectory: userDirectory("cache", process.env), gradecheck });
  for (const [path, file] of Object.entries(kit)) {
    await mkdir(dirname(join(repository, path)), { recursive: true });
    await writeFile(join(repository, path), file);
  }
}

test("the workflow for GitHub Classroom and the action give the reporter the same result, whether all passes or not", async () => {
  const repository = join(folder, "repository");
  await layRepository(repository);
  await install(repository);
  const action = await readFile(join(own, ".github/actions/check/action.yml"), "utf8");
  const scripts = [recipes, action].map((text) => /^( *)run: \|\n((?:\1 +\S.*\n)+)/m.exec(text)?.[2] ?? "");
  const statuses: string[] = [];
  for (const name of ["s01-perfect-functional.ts", "s08-gradient-ascent.ts"]) {
    await cp(example(name), join(repository, "submission.ts"));
    const outputs: string[] = [];
    for (const [i, script] of scripts.entries()) {
      const output = join(folder, `output-${name}-${i}`);
      const PATH = `${dirname(process.execPath)}${delimiter}${process.env["PATH"]}`;
      const env = { ...process.env, PATH, RUNNER_TEMP: folder, GITHUB_OUTPUT: output };
      const { status, stderr } = spawnSync("bash", ["-e", "-c", script], { cwd: repository, env, encoding: "utf8" });
      expect({ status, stderr }).toMatchObject({ status: 0 });
      outputs.push(await readFile(output, "utf8"));
    }
    const [first = "", second] = outputs;
    expect(second).toBe(first);
    const { status, tests } = resultIn(first);
    expect(tests.every(({ score }) => typeof score === "number")).toBe(true);
    statuses.push(status);
  }
  expect(statuses).toEqual(["pass", "fail"]);
});

test("the commands of students.md work in a kit", async () => {
  const repository = join(folder, "kit");
  await layRepository(repository);
  await install(repository);
  await writeFile(join(repository, "submission.ts"), right ?? "");
  const students = await readFile(join(own, "docs/students.md"), "utf8");
  const commands = [
    ...students.matchAll(/^((?:mkdir .* && )?npm run (?:--silent )?(?:check|pack).*?) *(?:#.*)?$/gm),
  ].map(([, command = ""]) => command);
  expect(commands.length).toBeGreaterThan(4);
  const env = { ...process.env, PATH: `${dirname(process.execPath)}${delimiter}${process.env["PATH"]}` };
  // This one goes on until somebody ends it.
  for (const command of commands.filter((one) => !one.includes("--watch"))) {
    const { status, stderr } = spawnSync("bash", ["-e", "-c", command], { cwd: repository, env, encoding: "utf8" });
    expect({ command, status, stderr }).toMatchObject({ status: 0 });
  }
  expect(existsSync(join(repository, "feedback.html"))).toBe(true);
});
