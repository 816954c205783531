import { describe, expect, test } from "vitest";
import { axisOf, linearAxis } from "../../../../reports/pages/pictures/axis.ts";
import { drawingViews } from "../../../../reports/pages/pictures/drawing-view.ts";
import type { Drawing, NumberText } from "../../../../reports/report/report.ts";
import { picturedMismatches } from "../../../fixtures/pictured-report.ts";

const curve = (expected: NumberText[], actual: NumberText[]): Drawing => ({
  kind: "curve",
  path: "costs",
  x: "epoch",
  expected: { count: expected.length, values: expected },
  actual: { count: actual.length, values: actual },
});
const view = (drawing: Drawing) => drawingViews({ code: "values", path: "costs", drawings: [drawing] })[0];
const pathOf = (drawing: Drawing, look: string) => view(drawing)?.shapes.find((shape) => shape.look === look)?.path;

describe("drawingViews()", () => {
  test("drawingViews() draws both series on one scale, larger values further up", () => {
    const drawing = curve([3, 2, 1], [3, 3]);
    expect(pathOf(drawing, "expected")).toMatch(/^M(\S+) 16L\S+ 73L\S+ 130$/);
    expect(pathOf(drawing, "found")).toMatch(/^M(\S+) 16L\S+ 16$/);
    expect(view(drawing)?.caption).toBe(
      "costs by epoch: yours go from 3 to 3, the reference's from 3 to 1. Yours are 2 values, the reference's 3.",
    );
  });

  test("drawingViews() names each line where it ends, one name above the other where they end together", () => {
    const names = view(curve([2, 1], [2, 1]))?.names ?? [];
    expect(names.map(({ text }) => text)).toEqual(["reference", "found"]);
    expect(Math.abs((names[0]?.y ?? 0) - (names[1]?.y ?? 0))).toBeGreaterThanOrEqual(14);
    const [reference, found] = view(curve([2, 1], [2, 8]))?.names ?? [];
    expect(found?.y).toBeLessThan(reference?.y ?? 0);
  });

  test("drawingViews() has a logarithmic scale for positive values that span more than two decades", () => {
    expect(view(curve([1, 0.1, 0.001], [1, 1]))?.caption).toContain("logarithmic");
    for (const [last, first] of [
      [0, 1],
      [-1, 1],
      [0.02, 1],
    ])
      expect(view(curve([first ?? 0, last ?? 0], [1, 1]))?.caption).not.toContain("logarithmic");
  });

  test("drawingViews() leaves a gap where a value is not finite, and says so", () => {
    const drawing = curve([1, 2, 3, 4], [1, "NaN", 3, 4]);
    expect(pathOf(drawing, "found")?.match(/[ML]/g)).toEqual(["M", "M", "L"]);
    expect(view(drawing)?.caption).toContain("1 of yours is not finite and not drawn.");
    expect(view(curve(["NaN"], ["Infinity"]))).toBeUndefined();
    expect(view(curve([1], ["Infinity", "NaN"]))?.shapes.map(({ look }) => look)).toEqual([
      "expected",
      "expected dots",
    ]);
  });

  test("drawingViews() draws histograms as outlines, and says how far both spread", () => {
    const drawing = picturedMismatches["weights that spread too far"]?.drawings?.[0];
    const shown = drawing && view(drawing);
    expect(shown?.shapes.map(({ look }) => look)).toEqual(["expected", "found"]);
    expect(shown?.shapes[0]?.path.match(/H/g)).toHaveLength(drawing?.expected.values.length ?? 0);
    expect(shown?.caption).toBe(
      "How the values of W1 are distributed: yours have the standard deviation 0.306, the reference's 0.122.",
    );
    const { range: _, ...without } = drawing ?? curve([], []);
    expect(view({ ...without, kind: "histogram" })).toBeUndefined();
  });

  test("drawingViews() says of a property that a right answer need not look the same", () => {
    const drawings = [curve([2, 1], [2, 2])];
    const caption = (code: "property" | "values") => drawingViews({ code, path: "costs", drawings })[0]?.caption;
    expect(caption("property")).toContain("need not look the same");
    expect(caption("values")).not.toContain("need not look the same");
  });

  test("drawingViews() draws any numbers within the picture", () => {
    const hard = [[1e308, -1e308], [5e-324, 1e308], [0, 0], [-0, 5e-324], [1], [1e-300, 1e-320], [-7, -7, -7]];
    for (const values of hard) {
      const drawing = view(curve(values, values.toReversed()));
      const numbers =
        JSON.stringify(drawing?.shapes)
          .match(/-?\d+(\.\d+)?/g)
          ?.map(Number) ?? [];
      expect(JSON.stringify(drawing)).not.toMatch(/NaN|Infinity|null/);
      expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...numbers)).toBeLessThanOrEqual(360);
    }
  });
});

describe("axisOf()", () => {
  test.each([
    [
      [0, 1],
      ["0", "0.5", "1"],
    ],
    [
      [0.13, 1.79],
      ["0.5", "1", "1.5"],
    ],
    [
      [0, 9],
      ["0", "5"],
    ],
    [
      [-3, 12],
      ["0", "5", "10"],
    ],
    [
      [0.001, 1],
      ["0.001", "0.01", "0.1", "1"],
    ],
    [[7, 7], ["7"]],
  ])("axisOf(%j) labels %j", (values, labels) => {
    expect(axisOf(values, 100, 0).ticks.map(({ text }) => text)).toEqual(labels);
  });

  test("linearAxis() goes from the one pixel to the other", () => {
    const { position } = linearAxis(-1e308, 1e308, 100, 0);
    expect([-1e308, 0, 1e308].map(position)).toEqual([100, 50, 0]);
  });
});
