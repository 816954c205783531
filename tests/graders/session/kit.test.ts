import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { caseKey } from "../../../assignments/catalog/case.ts";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { courseVariable, listAssignments } from "../../../assignments/catalog/course.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import { openCache } from "../../../assignments/storage/cache.ts";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { GradingSession } from "../../../graders/session/grading-session.ts";
import { kitFiles, openKit } from "../../../graders/session/kit.ts";
import { expectedValues } from "../../../reference/oracle/oracle.ts";
import type { Report } from "../../../reports/report/report.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

expectNothingLeft();
afterEach(() => vi.unstubAllEnvs());

const caches = userDirectory("cache", process.env);
const ids = await listAssignments();
const facts = { version: "1.0.0+abc", seed: 1, backend: "cpu" };

/** A course of one kit, as a student has it. @returns The folder of its assignment. */
async function writeKit(folder: string, id: string): Promise<string> {
  const assignment = await openAssignment(id);
  const cases = generateCases(assignment, { visibility: "visible", seed: 1 });
  const { values } = await expectedValues(assignment, cases, { seed: 1, cache: openCache("expected", caches) });
  const own = await Promise.all(
    ["assignment.json", "contract.ts"].map(
      async (name) => [name, await readFile(join(assignment.directory, name), "utf8")] as const,
    ),
  );
  const directory = join(folder, "assignments", id);
  await mkdir(directory, { recursive: true });
  const files = kitFiles(facts, cases, values, Object.fromEntries(own));
  for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
  return directory;
}

async function check(assignment: string, path: string): Promise<Report> {
  const options = { assignment, visibility: "visible", workers: 1, cacheDirectory: caches } as const;
  await using session = await GradingSession.open(options);
  return await session.grade(await readSubmission(path), { name: "s" });
}

describe("openKit()", () => {
  it.each(ids)("has the visible cases of %s and what is expected of them, to the bit", (id) =>
    inTemporaryFolder(async (folder) => {
      const assignment = await openAssignment(id);
      const cases = generateCases(assignment, { visibility: "visible", seed: 1 });
      const { values } = await expectedValues(assignment, cases, { seed: 1, cache: openCache("expected", caches) });
      await writeKit(folder, id);
      vi.stubEnv(courseVariable, folder);
      const kit = await openKit(id);
      const plain = cases.map(({ judgedBy, ...rest }) =>
        judgedBy === "properties" ? { ...rest, judgedBy: "form" } : rest,
      );
      expect(kit?.cases).toEqual(plain);
      expect(kit?.expected.size).toBe(cases.length);
      for (const testCase of cases) {
        const found = kit?.expected.get(caseKey(testCase));
        if (testCase.judgedBy === "properties") expect(Object.keys(found ?? {})).toEqual(["value"]);
        else expect(found).toEqual(values.get(caseKey(testCase)));
      }
    }),
  );

  it("has what is right as well, and what a generator gives next", () =>
    inTemporaryFolder(async (folder) => {
      const [testCase] = generateCases(await openAssignment("w2-optimization"), { visibility: "visible", seed: 1 });
      if (testCase === undefined) throw new Error("no case");
      const number = (value: number) => ({ kind: "number", value }) as const;
      const expected = { value: number(1), alternatives: [number(2), number(Number.NaN)], nextDraw: 0.1 };
      const directory = join(folder, "assignments", "w2-optimization");
      await writeKit(folder, "w2-optimization");
      const manifest = await readFile(join(directory, "assignment.json"), "utf8");
      const files = kitFiles(facts, [testCase], new Map([[caseKey(testCase), expected]]), {
        "assignment.json": manifest,
      });
      for (const [name, text] of Object.entries(files)) await writeFile(join(directory, name), text);
      vi.stubEnv(courseVariable, folder);
      expect([...((await openKit("w2-optimization"))?.expected ?? [])]).toEqual([[caseKey(testCase), expected]]);
    }));

  it.each([
    ["cases.json", "has changed"],
    ["contract.ts", "is missing"],
  ])("refuses a kit of which %s %s", (name, what) =>
    inTemporaryFolder(async (folder) => {
      const file = join(await writeKit(folder, "w2-optimization"), name);
      if (what === "is missing") await rm(file);
      else await writeFile(file, `${await readFile(file, "utf8")} `);
      vi.stubEnv(courseVariable, folder);
      await expect(openKit("w2-optimization")).rejects.toThrow(`${what}; unpack the kit again`);
    }),
  );
});

describe("GradingSession of a kit", () => {
  it("judges like the course does, without naming misconceptions", () =>
    inTemporaryFolder(async (folder) => {
      const path = join((await openAssignment("w2-optimization")).directory, "examples/s08-gradient-ascent.ts");
      const atCourse = await check("w2-optimization", path);
      await writeKit(folder, "w2-optimization");
      vi.stubEnv(courseVariable, folder);
      const atDesk = await check("w2-optimization", path);
      const cases = ({ exercises }: Report) => exercises.map((exercise) => exercise.cases);
      expect(cases(atDesk)).toEqual(cases(atCourse));
      expect(atDesk.score).toBe(atCourse.score);
      expect(atDesk.exercises.flatMap(({ misconceptions }) => misconceptions)).toEqual([]);
      expect(atCourse.exercises.flatMap(({ misconceptions }) => misconceptions)).not.toEqual([]);
    }));

  it("has no hidden cases to grade by", () =>
    inTemporaryFolder(async (folder) => {
      await writeKit(folder, "w2-optimization");
      vi.stubEnv(courseVariable, folder);
      const options = { assignment: "w2-optimization", visibility: "all", cacheDirectory: caches } as const;
      await expect(GradingSession.open({ ...options, secret: "s" })).rejects.toThrow("use gradecheck check");
    }));
});
