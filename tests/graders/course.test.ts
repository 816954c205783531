import { copyFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { writeToyCourse } from "../fixtures/toy-course.ts";
import { runCli } from "./run-cli.ts";

describe("a course that lies elsewhere, named by --course", () => {
  const temporary = openTemporaryFolder("test");
  const folder = temporary.path;
  const course = join(folder, "course");
  const onCourse = (...args: readonly string[]) => runCli(folder, ...args, "--course", "course");
  beforeAll(async () => {
    await writeToyCourse(course);
    // As where gradecheck was installed: it does not say that its files are modules.
    await writeFile(join(folder, "package.json"), '{ "private": true }');
    const solution = join(course, "reference/toy/solution.ts");
    await copyFile(solution, join(folder, "right.ts"));
    await writeFile(join(folder, "wrong.ts"), (await readFile(solution, "utf8")).replace("tf.mul", "tf.add"));
  });
  afterAll(() => temporary[Symbol.asyncDispose]());

  it("is listed, and nothing else is", async () => {
    expect(await onCourse("list")).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^toy {2}week 1: Toy.*\n {4}scale\n$/),
    });
  });

  it("is checked, and mistakes are named", async () => {
    expect(await onCourse("check", "toy", "wrong.ts")).toMatchObject({
      code: 1,
      stdout: expect.stringContaining("What probably happened: The factor is added."),
      stderr: expect.not.stringContaining("Warning"),
    });
  });

  it("is graded as a class, and taken up again without being named", async () => {
    const first = await onCourse("batch", "toy", ".", "--out", "results", "--similarity");
    expect(first).toMatchObject({ code: 0 });
    const settings = JSON.parse(await readFile(join(folder, "results/batch.json"), "utf8"));
    expect(settings).toMatchObject({ assignment: "toy", course });
    const again = await runCli(folder, "regrade", "--since", "results");
    expect(again).toMatchObject({ code: 0, stdout: "2 students: 0 up, 0 down, 2 with the same points\n" });
  });

  it("is proved", async () => {
    // The others ask for more than a toy has; the courses that `gradecheck new` makes have it.
    const proofs = ["manifest", "conformance", "reference", "misconceptions", "mutants", "tolerances", "backends"];
    const { code, stdout } = await onCourse("verify", "toy", "--proof", ...proofs, "determinism", "consistency");
    expect(stdout).toContain("9 proofs hold");
    expect(code).toBe(0);
  });

  it("is refused in one line where the reference solution is missing", async () => {
    const solution = join(course, "reference/toy/solution.ts");
    await rename(solution, `${solution}.away`);
    expect(await onCourse("check", "toy", "right.ts")).toEqual({
      code: 2,
      stdout: "",
      stderr: `gradecheck: Cannot open assignment "toy": its reference solution is missing; looked for ${solution}\n`,
    });
    await rename(`${solution}.away`, solution);
  });

  it("is refused in one line where it is none", async () => {
    expect(await runCli(folder, "list", "--course", "nowhere")).toEqual({
      code: 2,
      stdout: "",
      stderr: expect.stringMatching(/^gradecheck: Cannot open the course ".*nowhere": there is no such folder\n$/),
    });
  });

  it.each([
    ["a mistake in its TypeScript", "export const = 3;", /cases\.ts": SyntaxError: /],
    ["an import that leads nowhere", 'import "./gone.ts";', /cases\.ts": Error: Cannot find module .*gone\.ts/],
    [
      "a mistake that shows when it is loaded",
      'throw new TypeError("odd");',
      /TypeError: odd \(.*cases\.ts, line 1\d?\)/,
    ],
  ])("is refused in one line with %s", async (_, code, message) => {
    const file = join(folder, "course/assignments/toy/cases.ts");
    const before = await readFile(file, "utf8");
    await writeFile(file, `${before}\n${code}\n`);
    try {
      const { code: exit, stderr } = await onCourse("check", "toy", "right.ts");
      expect(stderr).toMatch(message);
      expect(stderr.trim().split("\n")).toHaveLength(1);
      expect(exit).toBe(2);
    } finally {
      await writeFile(file, before);
    }
  });

  it("counts without being named where its package.json says that it is one, and nowhere else", async () => {
    const ids = async (): Promise<string> => (await runCli(course, "list")).stdout.match(/^\S+/gm)?.join(" ") ?? "";
    // A folder of submissions may hold one that is called like this.
    expect(await ids()).toContain("w2-optimization");
    const manifest = join(course, "package.json");
    await writeFile(manifest, '{ "type": "module", "gradecheck": "course" }');
    expect(await ids()).toBe("toy");
    await rm(manifest);
  });
});
