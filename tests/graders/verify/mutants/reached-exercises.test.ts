import { describe, expect, test } from "vitest";
import { reachedExercises } from "../../../../graders/verify/mutants/reached-exercises.ts";

const source = `
  const size = 3;
  export function first() { return second() + size; }
  export function second() { return helper(1); }
  export function third() { return { helper: 1 }["x"]; }
  function helper(x: number) { return deeper(x); }
  const deeper = (x: number) => (x > 0 ? helper(x - 1) : size);
  function unused() { return 1; }
`;

describe("reachedExercises()", () => {
  const reached = reachedExercises(source, ["third", "first", "second"]);

  test("shows a mistake in an exercise's function in that exercise alone", () => {
    expect(reached.get("second")).toEqual(["second"]);
  });

  test("shows a mistake in a function or constant in all that use it, directly or not, in the manifest's order", () => {
    expect(reached.get("size")).toEqual(["first", "second"]);
    expect(reached.get("deeper")).toEqual(["first", "second"]);
  });

  test("shows a mistake in unused code nowhere", () => {
    expect(reached.get("unused")).toEqual([]);
  });
});
