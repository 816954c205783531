import { Buffer } from "node:buffer";
import { describe, expect, it } from "vitest";
import { caseKey } from "../../../assignments/catalog/case.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { gradeRun } from "../../../graders/judge/grade-run.ts";
import type { GradingBasis } from "../../../graders/judge/grading-basis.ts";
import { studentSource } from "../../../graders/source/student-source.ts";
import type { MisconceptionOutcomes } from "../../../reference/misconceptions/misconception.ts";
import { studentView } from "../../../reports/phrasing/student-view.ts";
import type { Report } from "../../../reports/report/report.ts";
import type { CaseRun, SubmissionRun } from "../../../sandbox/replies/case-run.ts";
import { smallAssignment, smallExercise } from "../../fixtures/small-exercise.ts";

const number = (value: number): Value => ({ kind: "number", value });
const cases = ["f", "g"].flatMap((id) =>
  (["visible", "hidden"] as const).map((visibility) => ({
    id: `${visibility}-1`,
    exercise: id,
    visibility,
    title: "",
    args: [],
  })),
);
const basis: GradingBasis = {
  exercises: [smallExercise("f"), smallExercise("g")],
  cases,
  expected: new Map(cases.map((one) => [caseKey(one), { value: number(1) }])),
  properties: {},
  common: smallAssignment,
};
const doubled: MisconceptionOutcomes = {
  id: "doubled",
  exercise: "f",
  name: "It is doubled.",
  explanation: "Do not.",
  outcomes: new Map([
    ["visible-1", { kind: "returned", value: number(2) }],
    ["hidden-1", { kind: "returned", value: number(2) }],
  ]),
};

const runOf = (values: Readonly<Record<string, readonly number[]>>): SubmissionRun => ({
  loaded: true,
  exportNames: ["f", "g"],
  cases: cases.map(({ exercise: of, id }): CaseRun => {
    const value = number(values[of]?.[id === "visible-1" ? 0 : 1] ?? Number.NaN);
    return { exercise: of, caseId: id, console: "", outcome: "returned", value };
  }),
});

/** The diagnosed report, and the exercises whose misconceptions were asked for. */
async function diagnosed(run: SubmissionRun): Promise<{ report: Report; plain: Report; asked: string[] }> {
  const asked: string[] = [];
  const submission = { name: "s", sha256: "" };
  const plain = await gradeRun(basis, submission, run);
  const outcomesOf = async (id: string) => {
    asked.push(id);
    return id === "f" ? [doubled] : [];
  };
  const report = await gradeRun(basis, submission, run, { outcomesOf });
  return { report, plain, asked };
}

describe("gradeRun() with misconceptions", () => {
  it("names the misconception of a failing exercise, in the summary too, and asks for no other exercise", async () => {
    const { report, asked } = await diagnosed(runOf({ f: [2, 2], g: [1, 1] }));
    expect(asked).toEqual(["f"]);
    expect(report.exercises[0]).toMatchObject({
      misconceptions: ["doubled"],
      diagnoses: [{ id: "doubled", name: "It is doubled.", explanation: "Do not." }],
      summary: "None of the 2 cases passed; what may have happened: it is doubled.",
    });
    expect(studentView(report).exercises[0]).toMatchObject({ misconceptions: ["doubled"] });
  });

  it("shows the lines of a submission in which to look, and those around an error, only where it is told of them", async () => {
    const text = "export function f() {\n  return 1 * 2;\n}\nexport function g() {\n  boom();\n}";
    const source = studentSource({ name: "s.ts", bytes: Buffer.from(text) }, 1000);
    const outcomesOf = async () => [{ ...doubled, looksAt: ["*"] as const }];
    const run = runOf({ f: [2, 2] });
    const threw = { outcome: "threw", error: { name: "E", message: "m", file: "s.ts", line: 5, column: 3 } } as const;
    const runs = (run.loaded ? run.cases : []).map(({ exercise, caseId, ...one }) =>
      exercise === "f" ? { exercise, caseId, ...one } : { exercise, caseId, console: "", ...threw },
    );
    const graded = await gradeRun(
      basis,
      { name: "s", sha256: "" },
      { loaded: true, exportNames: ["f", "g"], cases: runs },
      { outcomesOf, source },
    );
    const [f, g] = studentView(graded).exercises;
    const marks = [{ line: 2, column: 12, length: 1 }];
    expect(f?.places).toMatchObject([
      { misconception: "doubled", certainty: "only-place", firstLine: 1, marks, code: "*" },
    ]);
    expect(g?.cases.map(({ error }) => error?.excerpt)).toEqual([
      { firstLine: 3, lines: ["}", "export function g() {", "  boom();", "}"], line: 5, column: 3, length: 4 },
      undefined,
    ]);
    expect(JSON.stringify((await diagnosed(run)).report)).not.toContain("boom");
  });

  it("leaves a report as it is where nothing matches, nothing is wrong or nothing was loaded", async () => {
    const partly = await diagnosed(runOf({ f: [3, 2], g: [2, 1] }));
    expect(partly.report).toEqual(partly.plain);
    expect(partly.asked).toEqual(["f", "g"]);
    const passed = await diagnosed(runOf({ f: [1, 1], g: [1, 1] }));
    expect(passed).toEqual({ report: passed.plain, plain: passed.plain, asked: [] });
    const broken = await diagnosed({ loaded: false, failure: { message: "no" } });
    expect(broken).toEqual({ report: broken.plain, plain: broken.plain, asked: [] });
  });

  it("names for the student what the visible cases name, whatever the hidden ones say", async () => {
    const seen = async (values: readonly number[]) => {
      const [own] = studentView((await diagnosed(runOf({ f: values, g: [1, 1] }))).report).exercises;
      return [own?.misconceptions, own?.diagnoses, own?.summary];
    };
    // Both of the hidden outcomes are "wrong": the student must not learn which of the two it was.
    expect(await seen([2, 3])).toEqual(await seen([2, 2]));
    expect(await seen([1, 3])).toEqual(await seen([1, 2]));
    expect((await diagnosed(runOf({ f: [2, 3], g: [1, 1] }))).report.exercises[0]?.misconceptions).toEqual([]);
  });

  it("passes over cases that the grader failed on", async () => {
    const run = runOf({ f: [2, 2], g: [1, 1] });
    const fewer = run.loaded ? { ...run, cases: run.cases.filter((one) => one.caseId !== "hidden-1") } : run;
    expect((await diagnosed(fewer)).report.exercises[0]?.misconceptions).toEqual(["doubled"]);
  });
});
