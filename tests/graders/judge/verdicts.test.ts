import { describe, expect, it } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import type { PropertyFacts } from "../../../assignments/catalog/property.ts";
import { atOnce } from "../../../assignments/steps/in-turns.ts";
import { gradeRun } from "../../../graders/judge/grade-run.ts";
import { basisOfRun, type GradingBasis } from "../../../graders/judge/grading-basis.ts";
import { Verdicts } from "../../../graders/judge/verdicts.ts";
import type { CaseRun } from "../../../sandbox/replies/case-run.ts";
import { smallAssignment, smallExercise } from "../../fixtures/small-exercise.ts";

const exercise = smallExercise("f", { cases: { visible: 2, hidden: 1 } });
const cases = ["visible-1", "visible-2", "hidden-1"].map(
  (id): Case => ({ id, exercise: "f", visibility: id === "hidden-1" ? "hidden" : "visible", title: "", args: [] }),
);
const run = (caseId: string, value: number): CaseRun => ({
  exercise: "f",
  caseId,
  console: "",
  outcome: "returned",
  value: { kind: "number", value },
});

/** A basis that notes how many other cases its property is asked with, once for each judgement. */
function watchedBasis(holds: (facts: PropertyFacts) => boolean = () => true): {
  basis: GradingBasis;
  judgements: number[];
} {
  const judgements: number[] = [];
  const property = {
    id: "p",
    sentence: "It must hold",
    holds: (facts: PropertyFacts) => {
      judgements.push(facts.others.length);
      return holds(facts);
    },
  };
  const basis: GradingBasis = {
    exercises: [exercise],
    cases,
    expected: new Map(cases.map(({ id }) => [`f/${id}`, { value: { kind: "number", value: 1 } }])),
    properties: { f: [property] },
    common: smallAssignment,
  };
  return { basis, judgements };
}

const submission = { name: "s", sha256: "" };

describe("Verdicts", () => {
  it("judges a reply once, however often it is asked for", async () => {
    const { basis, judgements } = watchedBasis();
    const verdicts = new Verdicts(basis);
    const runs = cases.map(({ id }) => run(id, 1));
    const visible = runs.slice(0, 2);
    expect(atOnce(verdicts.allPass("f", visible))).toBe(true);
    expect(atOnce(verdicts.allPass("f", runs))).toBe(true);
    const loaded = { loaded: true, exportNames: ["f"], cases: runs } as const;
    const report = await gradeRun(basis, submission, loaded, { verdicts });
    expect(judgements).toEqual([1, 1, 2]);
    expect(report).toEqual(await gradeRun(basis, submission, loaded));
  });

  it("judges of a run that stopped early the cases that it came to, and no other", async () => {
    const { basis } = watchedBasis();
    const runs = [run("visible-1", 1), run("visible-2", 2)];
    const loaded = { loaded: true, exportNames: ["f"], cases: runs } as const;
    const verdicts = new Verdicts(basis);
    const report = await gradeRun(basisOfRun(basis, loaded), submission, loaded, { verdicts });
    const told = report.exercises.flatMap((one) => one.cases.map(({ id, outcome }) => [id, outcome]));
    expect(told).toEqual([
      ["visible-1", "passed"],
      ["visible-2", "wrong"],
    ]);
  });

  it("judges a reply again where a property could say something else, having more cases to look at", () => {
    const { basis, judgements } = watchedBasis(({ others }) => others.length < 2);
    const verdicts = new Verdicts(basis);
    const [first, second, hidden] = cases.map(({ id }) => run(id, 1));
    const all = [first, second, hidden].filter((one) => one !== undefined);
    expect(atOnce(verdicts.allPass("f", all.slice(2)))).toBe(true);
    expect(atOnce(verdicts.allPass("f", all))).toBe(false);
    expect(judgements).toEqual([0, 1, 1, 2]);
  });

  it("takes another reply of the same case for another one", () => {
    const { basis } = watchedBasis();
    const verdicts = new Verdicts(basis);
    expect(atOnce(verdicts.allPass("f", [run("visible-1", 2)]))).toBe(false);
    expect(atOnce(verdicts.allPass("f", [run("visible-1", 1)]))).toBe(true);
  });

  it("passes nothing of an exercise that it does not know, or without an expected value", () => {
    const { basis } = watchedBasis();
    expect(atOnce(new Verdicts(basis).allPass("g", []))).toBe(false);
    const verdicts = new Verdicts({ ...basis, expected: new Map() });
    expect(atOnce(verdicts.allPass("f", [run("visible-1", 1)]))).toBe(false);
  });
});
