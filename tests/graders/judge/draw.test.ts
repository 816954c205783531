import { describe, expect, test } from "vitest";
import type { Shown } from "../../../assignments/catalog/manifest.ts";
import { numberValue, recordValue, tensorValue } from "../../../assignments/values/case-value.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { draw } from "../../../graders/judge/draw.ts";
import type { Mismatch } from "../../../reports/report/report.ts";
import { drawnTensor } from "../../fixtures/pictured-report.ts";

const property: Mismatch = { code: "property", path: "" };
const curve: Shown = { as: "curve", path: "costs", x: "epoch" };
const histogram: Shown = { as: "histogram", path: "W1" };

const costs = (length: number, at: (i: number) => number = (i) => i): Value =>
  recordValue([
    [
      "costs",
      tensorValue(
        [length],
        Array.from({ length }, (_, i) => at(i)),
      ),
    ],
  ]);
const weights = (scale: number, count = 400): Value =>
  recordValue([["W1", drawnTensor([count / 4, 4], (_, value) => value * scale)]]);

function drawn(shown: Shown, expected: Value, actual: Value, mismatch = property) {
  return draw([shown], mismatch, expected, actual).drawings?.[0];
}

describe("draw()", () => {
  test("draw() makes a curve of a series, and of a list of scalars", () => {
    const list: Value = recordValue([["costs", { kind: "list", items: [numberValue(3), numberValue(2)] }]]);
    expect(drawn(curve, costs(3), list)).toEqual({
      kind: "curve",
      path: "costs",
      x: "epoch",
      expected: { count: 3, values: [0, 1, 2] },
      actual: { count: 2, values: [3, 2] },
    });
  });

  test("draw() keeps 64 points of a long series, the first and the last among them", () => {
    const actual = drawn(curve, costs(3), costs(10_000))?.actual;
    expect(actual?.count).toBe(10_000);
    expect(actual?.values).toHaveLength(64);
    expect([actual?.values[0], actual?.values[1], actual?.values[63]]).toEqual([0, 159, 9999]);
  });

  test("draw() counts how weights are distributed: the shares of all bins together are 1 at most", () => {
    const found = drawn(histogram, weights(1), weights(3));
    expect(found?.range?.[0]).toBeLessThan(found?.range?.[1] ?? 0);
    for (const side of [found?.expected, found?.actual]) {
      const sum = side?.values.reduce<number>((total, share) => total + Number(share), 0) ?? 0;
      expect(sum).toBeGreaterThan(0.99);
      expect(sum).toBeLessThan(1.001);
    }
    expect((found?.actual.deviation ?? 0) / (found?.expected.deviation ?? 1)).toBeCloseTo(3, 5);
  });

  test("draw() makes no histogram that shows nothing wrong, of few numbers, or of what does not spread", () => {
    expect(drawn(histogram, weights(1), weights(1.01))).toBeUndefined();
    expect(drawn(histogram, weights(1, 40), weights(3, 40))).toBeUndefined();
    expect(drawn(histogram, weights(0), weights(1))).toBeUndefined();
    expect(drawn(histogram, weights(1), recordValue([["W1", wild]]))).toBeUndefined();
  });

  test("draw() makes nothing of other kinds of values, and of places that are missing or right", () => {
    const text: Value = recordValue([["costs", { kind: "string", value: "1, 2" }]]);
    const mixed: Value = recordValue([["costs", { kind: "list", items: [numberValue(3), costs(1)] }]]);
    for (const actual of [numberValue(1), recordValue([]), text, mixed, costs(0)])
      expect(drawn(curve, costs(3), actual)).toBeUndefined();
    const elsewhere: Mismatch = { code: "values", path: "parameters.W1" };
    expect(drawn(curve, costs(3), costs(2), elsewhere)).toBeUndefined();
    expect(drawn(curve, costs(3), costs(2), { ...elsewhere, alsoAt: ["costs"] })).toBeDefined();
    expect(draw(undefined, property, costs(3), costs(2))).toEqual({});
  });

  test("draw() names what is not finite", () => {
    const actual = drawn(
      curve,
      costs(3),
      costs(3, (i) => [Number.NaN, Number.POSITIVE_INFINITY, -0][i] ?? 0),
    )?.actual;
    expect(actual?.values).toEqual(["NaN", "Infinity", 0]);
  });
});

/** Numbers of which there is no histogram: their squares are more than a number holds. */
const wild: Value = {
  kind: "array",
  shape: [100],
  data: Float64Array.from({ length: 100 }, (_, i) => (i % 2 === 0 ? 1e308 : -1e308)),
};
