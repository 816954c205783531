import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { caseKey } from "../../../assignments/catalog/case.ts";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { courseVariable, listAssignments } from "../../../assignments/catalog/course.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import { openCache } from "../../../assignments/storage/cache.ts";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { GradingSession } from "../../../graders/session/grading-session.ts";
import { KitError, kitFiles, openKit } from "../../../graders/session/kit.ts";
import { expectedValues } from "../../../reference/oracle/oracle.ts";
import type { Report } from "../../../reports/report/report.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { kitFacts, writeKit } from "../../fixtures/write-kit.ts";

expectNothingLeft();
afterEach(() => vi.unstubAllEnvs());

const caches = userDirectory("cache", process.env);
const ids = await listAssignments();

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
      const files = kitFiles(kitFacts("w2-optimization"), [testCase], new Map([[caseKey(testCase), expected]]), {
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

type Description = Record<string, unknown>;

describe("openKit() and kit.json", () => {
  const id = "w2-optimization";
  const withDescription = (change: (kit: Description) => unknown, use: () => Promise<void>): Promise<void> =>
    inTemporaryFolder(async (folder) => {
      const file = join(await writeKit(folder, id), "kit.json");
      const changed = change(JSON.parse(await readFile(file, "utf8")) as Description);
      if (changed === undefined) await rm(file);
      else await writeFile(file, typeof changed === "string" ? changed : JSON.stringify(changed));
      vi.stubEnv(courseVariable, folder);
      await use();
    });

  it("opens kits of version 0.2.0, which name no assignment, and those to which something was added", () =>
    withDescription(
      ({ assignment: _, ...older }) => ({ ...older, course: "statistics-101" }),
      async () => expect((await openKit(id))?.version).toBe("1.0.0+abc"),
    ));

  it.each<[what: string, change: (kit: Description) => unknown, message: RegExp]>([
    [
      "is cut off",
      (kit) => JSON.stringify(kit).slice(0, 40),
      /kit\.json" is damaged \(kit\.json must be JSON .*line 1/,
    ],
    ["lacks a part", ({ seed: _, ...kit }) => kit, /kit\.json" is damaged \(seed is missing, must be given\)/],
    [
      "names another folder's file",
      (kit) => ({ ...kit, files: { ...(kit["files"] as object), "../a": "" } }),
      /damaged/,
    ],
    ["is missing", () => undefined, /kit\.json" is missing; unpack the kit again$/],
    ["is of a later format", () => ({ schemaVersion: 2 }), /was made by a newer gradecheck; use the one that came/],
    ["is another assignment's", (kit) => ({ ...kit, assignment: "w3" }), /it is the kit of "w3"; unpack that of "w2-/],
  ])("says in one line that a kit cannot be used whose kit.json %s", (_, change, message) =>
    withDescription(change, async () => {
      const error = await openKit(id).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(KitError);
      expect(String(error)).toMatch(message);
      expect(String(error)).toMatch(/^KitError: Cannot open the kit of "w2-optimization": [^\n]+$/);
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
      const asked = ({ exercises }: Report) => exercises.map((exercise) => exercise.asked);
      expect(asked(atCourse)[0]?.formulas).toEqual(["\\theta := \\theta - \\alpha \\cdot d\\theta"]);
      expect(asked(atDesk)).toEqual(asked(atCourse));
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
