import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import { writeToyCourse } from "../fixtures/toy-course.ts";
import { runCli } from "./run-cli.ts";

/** What is said of a course that was broken in some way: one line, with exit code 2. */
const saidOf = (breakIt: (course: string) => Promise<unknown>, ...args: readonly string[]): Promise<string> =>
  inTemporaryFolder(async (folder) => {
    const course = join(folder, "course");
    await writeToyCourse(course);
    await breakIt(course);
    const { code, stdout, stderr } = await runCli(folder, ...args, "--course", "course");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^gradecheck: [^\n]*\n$/);
    return stderr.slice("gradecheck: ".length, -1);
  });

const noAssignment =
  /^Cannot open the course ".*course": there is no assignment in it; make one with "gradecheck new as/;

it("a copied assignment whose manifest has the id of the first", async () => {
  const copy = (course: string) =>
    cp(join(course, "assignments/toy"), join(course, "assignments/copy"), { recursive: true });
  const rule = `Cannot load assignment "copy": id is "toy", must be the folder's name "copy"`;
  expect(await saidOf(copy, "list")).toBe(rule);
  expect(await saidOf(copy, "check", "copy", "course/assignments/toy/starter.ts")).toBe(rule);
});

it("a manifest that is no JSON", async () => {
  const cut = async (course: string) => {
    const file = join(course, "assignments/toy/assignment.json");
    await writeFile(file, (await readFile(file, "utf8")).slice(0, 100));
  };
  const rule = /^Cannot load assignment "toy": assignment.json must be JSON \(.*\)$/;
  expect(await saidOf(cut, "list")).toMatch(rule);
});

it.each([[["list"]], [["verify"]], [["check", "toy", "work.ts"]]])("a course without assignments: %j", async (args) => {
  const empty = async (course: string) => {
    await rm(join(course, "assignments/toy"), { recursive: true });
    await writeFile(join(course, "assignments/notes.md"), "");
  };
  expect(await saidOf(empty, ...args)).toMatch(noAssignment);
});

it.each([[["list"]], [["verify"]]])("a folder that is no course: %j", async (args) => {
  const none = (course: string) => rm(join(course, "assignments"), { recursive: true });
  expect(await saidOf(none, ...args)).toMatch(/^Cannot open the course ".*course": it has no folder "assignments"$/);
});
