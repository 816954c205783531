import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { examples } from "../../../graders/scaffold/scaffold.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { runHere } from "../run-in-process.ts";

const compiler = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url));

/** What an example's own submissions should get. */
const submissions = {
  "linear-algebra": {
    right: "right-by-columns.ts",
    wrong: "wrong-sign.ts",
    mistake: "is added to the right-hand side",
  },
  statistics: {
    right: "right-with-raw-sums.ts",
    wrong: "wrong-way-round.ts",
    mistake: "divided by the variation of y",
  },
} as const;

describe.each(Object.keys(examples) as (keyof typeof examples)[])("gradecheck new course --example %s", (example) => {
  const id = examples[example];
  const { right, wrong, mistake } = submissions[example];

  it(
    "makes a course that holds as it stands, and is right for TypeScript",
    () =>
      inTemporaryFolder(async (folder) => {
        const made = await runHere(folder, "new", "course", "course", "--example", example);
        const next = `Made the course "course" with the assignment "${id}"; next, in its folder: gradecheck verify\n`;
        expect(made).toEqual({ code: 0, stdout: next, stderr: "" });
        const course = join(folder, "course");
        await promisify(execFile)(process.execPath, [compiler, "--project", course]);
        // Found because one stands in it, though gradecheck itself lies in a course.
        expect(await runHere(course, "verify")).toMatchObject({
          code: 0,
          stdout: expect.stringMatching(/\n14 proofs hold/),
        });
        const examplesFolder = join(course, "assignments", id, "examples");
        expect(await runHere(course, "check", id, join(examplesFolder, right))).toMatchObject({ code: 0 });
        expect(await runHere(course, "check", id, join(examplesFolder, wrong))).toMatchObject({
          code: 1,
          stdout: expect.stringContaining(mistake),
        });
      }),
    180_000,
  );
});

describe("in a course, gradecheck new", () => {
  it("adds an assignment and a quiz under names of one's own", () =>
    inTemporaryFolder(async (folder) => {
      await runHere(folder, "new", "course", "course");
      const onCourse = (...args: readonly string[]) => runHere(folder, ...args, "--course", "course");
      expect(await onCourse("new", "assignment", "week-2", "--example", "statistics")).toMatchObject({ code: 0 });
      expect(await onCourse("new", "quiz", "week-2-quiz")).toMatchObject({ code: 0 });
      expect(await onCourse("list")).toMatchObject({ code: 0, stdout: expect.stringMatching(/^back.*\nweek-2 /s) });
      const contract = await readFile(join(folder, "course/assignments/week-2/starter.ts"), "utf8");
      expect(contract).toContain('from "gradecheck/week-2"');
      expect(await onCourse("verify", "week-2-quiz")).toMatchObject({
        code: 0,
        stdout: expect.stringContaining("proved"),
      });
    }));

  it("begins an empty course, and brings the schemas that its manifest names", () =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, "assignments"));
      expect(await runHere(folder, "new", "assignment", "first")).toMatchObject({ code: 0 });
      await mkdir(join(folder, "named/assignments"), { recursive: true });
      expect(await runHere(folder, "new", "quiz", "first", "--course", "named")).toMatchObject({ code: 0 });
      const { $schema } = JSON.parse(await readFile(join(folder, "assignments/first/assignment.json"), "utf8"));
      const schema = JSON.parse(await readFile(join(folder, "assignments/first", $schema), "utf8"));
      expect(schema).toMatchObject({ title: "Manifest" });
    }));

  it("leaves files that are there as they are", () =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, "assignments"));
      await mkdir(join(folder, "schemas"));
      await writeFile(join(folder, "schemas/manifest.schema.json"), "mine");
      await runHere(folder, "new", "assignment", "first");
      expect(await readFile(join(folder, "schemas/manifest.schema.json"), "utf8")).toBe("mine");
    }));
});

describe("gradecheck new refuses in one line, with exit code 2", () => {
  it.each([
    [["course", "full"], 'Cannot make a course in "full": it is not empty; name a new folder'],
    [["course", "file"], 'Cannot make a course in "file": it is a file'],
    [["course", "none/below"], 'Cannot make a course in "none/below": there is no folder "none"'],
    [["course", "file/below"], /^Cannot make a course in "file\/below": .+$/],
    [["course", "a".repeat(300)], /^Cannot make a course in "a+": .+$/],
    [["course", ""], 'Cannot make a course in "": give the folder a name'],
    [["assignment", "toy", "--course", "full"], /^Cannot make the assignment "toy": there is ".*toy" already$/],
    [["quiz", "toy", "--course", "full"], /^Cannot make the quiz "toy": there is ".*toy" already$/],
    [
      ["assignment", "Week 2", "--course", "full"],
      /^Cannot make the assignment "Week 2": an id consists of lower-case/,
    ],
    [["assignment", "../up", "--course", "full"], /^Cannot make the assignment "..\/up": an id consists of lower-case/],
    [["quiz", "q", "--example", "statistics"], "Cannot make a quiz with --example: there is one for assignments only"],
    [["assignment", "week-2"], /^Cannot make the assignment "week-2": ".*" is no course; go to a course, name it/],
    [["quiz", "week-2"], /^Cannot make the quiz "week-2": ".*" is no course; go to a course, name it/],
    [["quiz", "week-2", "--course", "none"], /^Cannot open the course ".*none": there is no such folder$/],
  ])("%j", (args, message) =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, "full/assignments/toy"), { recursive: true });
      await writeFile(join(folder, "full/assignments/toy/assignment.json"), "{}");
      await writeFile(join(folder, "file"), "");
      const { code, stdout, stderr } = await runHere(folder, "new", ...args);
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toMatch(/^gradecheck: [^\n]*\n$/);
      expect(stderr.slice("gradecheck: ".length, -1)).toMatch(message);
    }),
  );

  it("what it cannot make", () =>
    inTemporaryFolder(async (folder) => {
      const { code, stderr } = await runHere(folder, "new", "lecture", "one");
      expect([code, stderr]).toEqual([2, expect.stringContaining("Allowed choices are course, assignment, quiz")]);
    }));
});
