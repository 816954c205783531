import { describe, expect, it } from "vitest";
import { type Case, caseKey } from "../../../assignments/catalog/case.ts";
import type { Exercise } from "../../../assignments/catalog/manifest.ts";
import type { Property, PropertyFacts } from "../../../assignments/catalog/property.ts";
import { gradeRun, graderErrorReport } from "../../../graders/judge/grade-run.ts";
import type { GradingBasis } from "../../../graders/judge/grading-basis.ts";
import type { CaseRun, SubmissionRun } from "../../../sandbox/replies/case-run.ts";
import { smallAssignment, smallExercise } from "../../fixtures/small-exercise.ts";

const exercise = (id: string, more: Partial<Exercise> = {}): Exercise =>
  smallExercise(id, { hints: ["Look again."], ...more });

const caseOf = (id: string, visibility: Case["visibility"]): Case => ({
  id: `${visibility}-1`,
  exercise: id,
  visibility,
  title: "plain",
  args: [],
});

function basisOf(exercises: Exercise[]): GradingBasis {
  const cases = exercises.flatMap(({ id }) => [caseOf(id, "visible"), caseOf(id, "hidden")]);
  const expected = new Map(
    cases.map(({ exercise: of, id }) => [
      caseKey({ exercise: of, id }),
      { value: { kind: "number", value: 1 } } as const,
    ]),
  );
  return { exercises, cases, expected, properties: {}, common: smallAssignment };
}

const submission = { name: "s", sha256: "0".repeat(64) };

/** A run in which each function returns one number for all its cases, or is `undefined`: no results at all. */
function runOf(basis: GradingBasis, values: Readonly<Record<string, number | undefined>>): SubmissionRun {
  const cases = basis.cases.flatMap(({ exercise: id, id: caseId }): CaseRun[] => {
    const value = values[id];
    return value === undefined
      ? []
      : [{ exercise: id, caseId, console: "", outcome: "returned", value: { kind: "number", value } }];
  });
  return { loaded: true, exportNames: Object.keys(values), cases };
}

describe("gradeRun()", () => {
  it("adds up the exercises and shows hints for failed ones only", async () => {
    const basis = basisOf([exercise("f"), exercise("g")]);
    const report = await gradeRun(basis, submission, runOf(basis, { f: 1, g: 2 }));
    expect(report).toMatchObject({ score: 10, maxScore: 20, status: "graded" });
    expect(report.exercises.map(({ status, hints }) => [status, hints.length])).toEqual([
      ["passed", 0],
      ["failed", 1],
    ]);
  });

  it.each([
    [true, "skipped"],
    [false, "passed"],
  ])(
    "with skipWhenPrerequisiteFails %s leaves what builds on a failure %s",
    async (skipWhenPrerequisiteFails, status) => {
      const basis = basisOf([exercise("f"), exercise("g", { prerequisites: ["f"], skipWhenPrerequisiteFails })]);
      const [, g] = (await gradeRun(basis, submission, runOf(basis, { f: 2, g: 1 }))).exercises;
      expect(g?.status).toBe(status);
      expect(g?.skippedBecause).toBe(skipWhenPrerequisiteFails ? "f" : undefined);
    },
  );

  it("counts right values that changed an input as wrong, and says so", async () => {
    const basis = basisOf([exercise("f")]);
    const run = runOf(basis, { f: 1 });
    const cases = run.loaded ? run.cases.map((one) => ({ ...one, changedInput: "parameters.W1" })) : [];
    const [f] = (await gradeRun(basis, submission, { loaded: true, exportNames: ["f"], cases })).exercises;
    expect(f?.cases[0]).toMatchObject({ outcome: "wrong", mismatch: { code: "input-changed", path: "parameters.W1" } });
  });

  it("asks the properties of a returned value, and names the one that does not hold", async () => {
    const seen: unknown[] = [];
    const property = (id: string, holds: (facts: PropertyFacts) => boolean): Property => ({ id, sentence: id, holds });
    const properties = {
      f: [
        property("holds", (facts) => seen.push(facts) > 0),
        property("throws", ({ actual }) =>
          actual.kind === "record" ? true : (undefined as never as string).length > 0,
        ),
      ],
    };
    const basis = { ...basisOf([exercise("f")]), properties };
    const [f] = (await gradeRun(basis, submission, runOf(basis, { f: 1 }))).exercises;
    expect(f?.cases[0]).toMatchObject({ outcome: "wrong", mismatch: { code: "property", property: { id: "throws" } } });
    expect(seen).toMatchObject([
      { actual: { value: 1 }, expected: { value: 1 }, others: [] },
      { actual: { value: 1 }, expected: { value: 1 }, others: [{ actual: { value: 1 } }] },
    ]);
  });

  it("judges a visible case by visible ones alone, so that nothing of a hidden case decides it", async () => {
    const allAlike = ({ actual, others }: PropertyFacts): boolean =>
      others.every((other) => JSON.stringify(other.actual) === JSON.stringify(actual));
    const properties = { f: [{ id: "alike", sentence: "alike", holds: allAlike }] };
    const basis = { ...basisOf([exercise("f")]), properties };
    const cases = basis.cases.map((testCase) => ({ ...testCase, judgedBy: "properties" as const }));
    const run = runOf(basis, { f: 1 });
    const runs = run.loaded
      ? run.cases.map(
          (one): CaseRun =>
            one.caseId === "hidden-1" && one.outcome === "returned"
              ? { ...one, value: { kind: "number", value: 2 } }
              : one,
        )
      : [];
    const report = await gradeRun({ ...basis, cases }, submission, { loaded: true, exportNames: ["f"], cases: runs });
    expect(report.exercises[0]?.cases.map(({ outcome }) => outcome)).toEqual(["passed", "wrong"]);
  });

  it("leaves the value of a case to its properties where the case says so", async () => {
    const basis = basisOf([exercise("f")]);
    const cases = basis.cases.map((testCase) => ({ ...testCase, judgedBy: "properties" as const }));
    expect((await gradeRun({ ...basis, cases }, submission, runOf(basis, { f: 2 }))).score).toBe(10);
  });

  it("counts right values of a function that keeps state as wrong, and says so", async () => {
    const basis = basisOf([exercise("f")]);
    const run = runOf(basis, { f: 1 });
    const cases = run.loaded ? run.cases.map((one) => ({ ...one, calledAgain: "state-kept" as const })) : [];
    const [f] = (await gradeRun(basis, submission, { loaded: true, exportNames: ["f"], cases })).exercises;
    expect(f?.cases[0]).toMatchObject({ outcome: "wrong", mismatch: { code: "state-kept" } });
  });

  it("makes a missing result our own failure, which costs nothing", async () => {
    const basis = basisOf([exercise("f"), exercise("g")]);
    const report = await gradeRun(basis, submission, runOf(basis, { f: undefined, g: 1 }));
    expect(report).toMatchObject({ score: 20, status: "graded" });
    expect(report.exercises[0]).toMatchObject({ status: "grader-error", cases: [{ outcome: "grader-error" }, {}] });
  });

  it("suggests an exported name that is not asked for elsewhere", async () => {
    const basis = basisOf([exercise("updateLr"), exercise("updateLrs")]);
    const run = { ...runOf(basis, { updateLrs: 1 }), exportNames: ["updateLrs", "update_lr"] };
    expect((await gradeRun(basis, submission, run)).exercises[0]?.missingExport).toEqual({
      onlyDefault: false,
      found: "update_lr",
    });
  });

  it("scores what could not be loaded 0 of all points, with the reason", async () => {
    const report = await gradeRun(basisOf([exercise("f")]), submission, { loaded: false, failure: { message: "no" } });
    expect(report).toMatchObject({ score: 0, maxScore: 10, status: "not-gradable", message: "no" });
  });

  it("leaves the points of a submission that the grader failed on", async () => {
    const report = graderErrorReport(basisOf([exercise("f")]), submission, "Error: disk full");
    expect(report).toMatchObject({ score: 10, maxScore: 10, status: "grader-error", message: "Error: disk full" });
  });
});
