import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import { submissionAt } from "../../../graders/session/grade-class.ts";
import { byteProblems, proveDeterminism, verdictProblems } from "../../../graders/verify/prove-determinism.ts";
import type { ExerciseReport, Report } from "../../../reports/report/report.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { failuresOf, subjectOf, unwatched } from "./subject-of.ts";

// Solutions are compiled in this process; esbuild keeps one of its own beside it.
expectNothingLeft(/\/esbuild --service=/);

const exercise = "updateLr";

describe("proveDeterminism()", () => {
  test("holds for work that does the same for every seed", async () => {
    await using subject = await subjectOf("w2-optimization");
    const submissions = [submissionAt(subject.referenceFile, "reference")];
    expect(failuresOf(await proveDeterminism(subject, unwatched, submissions))).toEqual([]);
  });

  test("finds a verdict that depends on the seed", async () => {
    await using subject = await subjectOf("w2-optimization");
    const hidden = generateCases(subject.assignment, { ...subject, visibility: "all", exercises: [exercise] }).find(
      ({ id }) => id === "hidden-3",
    );
    const [rate0, epoch] = hidden?.args.map((arg) => (arg.kind === "number" ? arg.value : undefined)) ?? [];
    const path = join(subject.scratch, "unlucky.ts");
    await writeFile(
      path,
      `export const updateLr = (r: number, e: number, d: number) =>
        r === ${rate0} && e === ${epoch} ? 0 : r / (1 + d * e);`,
    );
    expect(failuresOf(await proveDeterminism(subject, unwatched, [submissionAt(path, "unlucky")]))).toEqual([
      "other-seed/unlucky: updateLr is partial, with the other seed passed",
    ]);
  });

  test("finds hidden cases that no seed changes, and visible ones that one does", async () => {
    await using subject = await subjectOf("w2-optimization", [exercise]);
    const generators = {
      [exercise]: (_: unknown, index: number) => ({ title: "", args: [{ kind: "number" as const, value: index }] }),
    };
    const assignment = { ...subject.assignment, generators };
    expect(failuresOf(await proveDeterminism({ ...subject, assignment }, unwatched, []))).toEqual([
      "cases/updateLr: the hidden cases are the same under another seed",
    ]);
  });
});

const failing: ExerciseReport = {
  id: "updateLr",
  title: "Decay",
  score: 0,
  maxScore: 10,
  status: "failed",
  misconceptions: ["no-decay"],
  summary: "wrong",
  hints: [],
  cases: [
    { id: "visible-1", visibility: "visible", title: "", outcome: "timeout", limit: { kind: "case-time", amount: 1 } },
  ],
};

const reportWith = (change: Partial<ExerciseReport>): Report => ({
  schemaVersion: 1,
  assignment: "w2-optimization",
  assignmentTitle: "Optimization",
  assignmentVersion: "1.0.0",
  submission: { name: "s", sha256: "" },
  seed: 1,
  backend: "cpu",
  audience: "instructor",
  score: 0,
  maxScore: 10,
  status: "graded",
  exercises: [{ ...failing, ...change }],
});

describe("byteProblems()", () => {
  test("is empty for equal reports", () => {
    expect(byteProblems(reportWith({}), reportWith({}))).toEqual([]);
  });

  test("names the exercise that differs in anything", () => {
    expect(byteProblems(reportWith({}), reportWith({ hints: ["try again"] }))).toEqual([
      "the second report differs in exercises, updateLr",
    ]);
  });

  test("counts the two limits as one, because the machine decides which comes first", () => {
    const cases = failing.cases.map(({ limit: _, ...found }) => ({ ...found, outcome: "memory" as const }));
    expect(byteProblems(reportWith({}), reportWith({ cases, summary: "out of memory" }))).toEqual([]);
  });

  test("does not take a limit for a pass", () => {
    const cases = failing.cases.map(({ limit: _, ...found }) => ({ ...found, outcome: "passed" as const }));
    expect(byteProblems(reportWith({}), reportWith({ cases }))).toHaveLength(1);
  });
});

describe("verdictProblems()", () => {
  test("allows other points, but no other status", () => {
    expect(verdictProblems(reportWith({}), reportWith({ score: 3 }))).toEqual([]);
    expect(verdictProblems(reportWith({}), reportWith({ status: "partial" }))).toEqual([
      "updateLr is failed, with the other seed partial",
    ]);
  });

  test("allows no other diagnosis", () => {
    expect(verdictProblems(reportWith({}), reportWith({ misconceptions: [] }))).toEqual([
      "updateLr is diagnosed as no-decay, with the other seed as nothing",
    ]);
  });
});
