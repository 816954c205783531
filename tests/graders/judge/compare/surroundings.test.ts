import { describe, expect, test } from "vitest";
import { numberValue } from "../../../../assignments/values/case-value.ts";
import { drawnTensor, mismatchOf } from "../../../fixtures/pictured-report.ts";

describe("surroundings()", () => {
  test("surroundings() are those of the worst element, expected and found, wherever it lies", () => {
    const expected = drawnTensor([25, 40]);
    const { index, window } = mismatchOf(
      expected,
      drawnTensor([25, 40], (i, v) => (i === 24 * 40 + 39 ? v + 1 : v)),
    );
    expect(index).toEqual([24, 39]);
    expect(window).toMatchObject({ start: [17, 32], columns: 8 });
    expect(window?.expected).toHaveLength(64);
    const differing = window?.expected.flatMap((value, i) => (value === window.actual[i] ? [] : [i]));
    expect(differing).toEqual([63]);
    expect(expected.kind === "tensor" && expected.data[17 * 40 + 32]).toBe(window?.expected[0]);
  });

  test("surroundings() of a tensor of rank 3 are rows of its last axis", () => {
    const { window } = mismatchOf(
      drawnTensor([4, 5, 6]),
      drawnTensor([4, 5, 6], (i, v) => (i === 65 ? v + 1 : v)),
    );
    expect(window).toMatchObject({ start: [1, 1, 0], columns: 6 });
    expect(window?.actual).toHaveLength(48);
  });

  test.each([
    [[100], 16],
    [[100, 1], 16],
    [[2, 5000], 16],
    [[3, 5, 7, 11, 13], 64],
  ])("surroundings() in %j are %i elements", (shape, count) => {
    const { window } = mismatchOf(
      drawnTensor(shape),
      drawnTensor(shape, (_, v) => v + 1),
    );
    expect(window?.expected).toHaveLength(count);
    expect(window?.actual).toHaveLength(count);
  });

  test("surroundings() are left out where a preview shows everything, and where shapes differ", () => {
    const longer = (_: number, v: number) => v + 1;
    expect(mismatchOf(drawnTensor([8, 8]), drawnTensor([8, 8], longer)).window).toBeUndefined();
    expect(mismatchOf(drawnTensor([10, 10]), drawnTensor([100])).window).toBeUndefined();
    expect(mismatchOf(numberValue(1), numberValue(2)).window).toBeUndefined();
  });

  test("surroundings() tell what is not finite by name, and minus zero as zero", () => {
    const special = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0];
    const { window } = mismatchOf(
      drawnTensor([10, 10]),
      drawnTensor([10, 10], (i, v) => special[i] ?? v),
    );
    expect(window?.actual.slice(0, 4)).toEqual(["NaN", "Infinity", "-Infinity", 0]);
    expect(Object.is(window?.actual[3], 0)).toBe(true);
  });
});
