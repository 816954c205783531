import { describe, expect, it } from "vitest";
import { planCases, type Unplaced } from "../../../sandbox/pool/plan-cases.ts";

const common = { parameters: [], mutates: [], repeat: false, caseTimeMs: 100 };
const exercises = [
  { ...common, exercise: "f", caseIds: ["visible-1", "visible-2", "hidden-1"], visibleCases: 2 },
  { ...common, exercise: "g", caseIds: ["hidden-1"], visibleCases: 0 },
  { ...common, exercise: "h", caseIds: ["visible-1", "hidden-1"], visibleCases: 1 },
];

describe("planCases()", () => {
  it("puts the visible cases of all exercises before the first hidden one", () => {
    const names = (planned: readonly Unplaced[]): string[] =>
      planned.map(({ exercise, case: index }) => {
        const own = exercises[exercise];
        return `${own?.exercise} ${own?.caseIds[index]}`;
      });
    expect(planCases(exercises).parts.map(names)).toEqual([
      ["f visible-1", "f visible-2", "h visible-1", "f hidden-1", "g hidden-1", "h hidden-1"],
    ]);
  });

  it("calls the first case again at once, and the first hidden one after all others; a visible one where there is no other", () => {
    const shown = (caseIds: readonly string[]): readonly string[][] =>
      planCases(exercises.map((one) => ({ ...one, repeat: true, caseIds: [...one.caseIds, ...caseIds] }))).parts.map(
        (part) => part.map((one) => `${one.exercise}.${one.case}${one.again ? ` ${one.again}` : ""}`),
      );
    expect(shown(["hidden-2"])).toEqual([
      [
        ...["0.0", "0.0 at-once", "0.1", "2.0", "2.0 at-once"],
        ...["0.2", "0.3", "0.2 later", "1.0", "1.0 at-once", "1.1", "1.0 later", "2.1", "2.2", "2.1 later"],
      ],
    ]);
    const visible = [{ ...common, repeat: true, exercise: "f", caseIds: ["visible-1", "visible-2"], visibleCases: 2 }];
    expect(
      planCases(visible)
        .parts.flat()
        .map(({ case: index, again }) => [index, again]),
    ).toEqual([
      [0, undefined],
      [0, "at-once"],
      [1, undefined],
      [0, "later"],
    ]);
  });

  it("makes each case a part of its own where they are to be run one by one, exercise after exercise, from the last", () => {
    const { parts } = planCases(exercises, { exercises: ["f", "g"], oneByOne: true });
    expect(parts).toEqual(
      [2, 1, 0].map((index) => [{ exercise: 0, case: index }]).concat([[{ exercise: 1, case: 0 }]]),
    );
  });

  it("plans the exercises wanted alone, under their own positions", () => {
    expect(planCases(exercises, { exercises: ["h"] })).toEqual({
      parts: [
        [
          { exercise: 2, case: 0 },
          { exercise: 2, case: 1 },
        ],
      ],
      alone: new Set([2]),
    });
  });

  it("leaves alone who has no company, and whose cases may take longer than others'", () => {
    const slow = { ...common, caseTimeMs: 200, exercise: "slow", caseIds: ["visible-1"], visibleCases: 1 };
    expect(planCases([...exercises, slow]).alone).toEqual(new Set([3]));
    expect(planCases(exercises.slice(0, 1)).alone).toEqual(new Set([0]));
  });
});
