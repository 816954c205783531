import { describe, expect, test } from "vitest";
import { type HeatMapView, hasHeatMap, heatMapView } from "../../../../reports/pages/pictures/heat-map-view.ts";
import type { Mismatch, NumberText } from "../../../../reports/report/report.ts";
import { drawnTensor, mismatchOf, picturedMismatches } from "../../../fixtures/pictured-report.ts";

/** What is said of two tensors whose previews show everything. */
function mismatch(expected: NumberText[], found: NumberText[], shape: number[], index: number[]): Mismatch {
  return {
    code: "values",
    path: "",
    index,
    rtol: 0.01,
    atol: 0.001,
    differing: 1,
    total: expected.length,
    expectedPreview: { shape, values: expected },
    actualPreview: { shape, values: found },
  };
}

/** The look of each cell of a panel: looks are lines of cells, and signs of one cell. */
function looks(view: HeatMapView | null, panel: number): string[] {
  const { columns = 1, rows = 1, shapes = [] } = view?.panels[panel] ?? {};
  const cells = new Array<string>(rows * columns).fill("");
  for (const { look, path } of shapes) {
    for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)/g)) {
      expect(Number(x) + Number(length), "the end of a line, within its row").toBeLessThanOrEqual(columns);
      for (let i = 0; i < Number(length); i += 1) cells[Number(y) * columns + Number(x) + i] = look;
    }
    // A sign begins left in its cell, at most a third of a cell above or below the middle.
    for (const [, x, y] of path.matchAll(/M(\d+)\.[23] (-?\d*\.?\d+)(?:l|h\.6)/g))
      cells[Math.round(Number(y)) * columns + Number(x)] = look;
  }
  return cells;
}

const count = 12;
const zeros: number[] = new Array(count).fill(0);
const at = <Put>(position: number, value: Put): (Put | 0)[] => zeros.map((_, i) => (i === position ? value : 0));
const picture = (expected: NumberText[], found: NumberText[], index = [1, 1]) =>
  heatMapView(mismatch(expected, found, [3, 4], index));

describe("heatMapView()", () => {
  test("heatMapView() colours both sides by one scale and differences by their own, which is blank within tolerance", () => {
    const ramp = zeros.map((_, i) => i - 4);
    const view = picture(
      ramp,
      ramp.map((value, i) => (i === 5 ? value + 3 : value + 1e-4)),
    );
    expect(looks(view, 0)[4]).toBe("d4");
    expect(looks(view, 0)[11]).toBe("d8");
    expect(looks(view, 1)[5]).toBe(looks(view, 0)[8]);
    expect(looks(view, 2)).toEqual(at(5, "d8").map((look) => (look === 0 ? "" : look)));
    expect(view?.panels[0]?.scale).toEqual(view?.panels[1]?.scale);
    expect(view?.panels.map(({ scale }) => [scale?.low, scale?.high])).toEqual([
      ["-7", "7"],
      ["-7", "7"],
      ["-3", "3"],
    ]);
  });

  test("heatMapView() has a sequence of colours where all values have one sign", () => {
    const view = picture(at(0, 9), at(5, 9));
    expect(view?.panels[0]?.scale).toEqual({ kind: "sequential", low: "0", high: "9" });
    expect(looks(view, 0)).toEqual(at(0, "s8").map((look) => (look === 0 ? "s0" : look)));
    expect(view?.panels[2]?.scale?.kind).toBe("diverging");
  });

  test("heatMapView() boxes the worst element in every panel", () => {
    const view = picture(zeros, at(6, 2), [1, 2]);
    expect(view?.panels.map(({ box }) => box)).toEqual(["M2 0.5h1v1h-1z", "M2 0.5h1v1h-1z", "M2 0.5h1v1h-1z"]);
    expect(view?.caption[0]).toContain("at [1, 2]");
  });

  test("heatMapView() has signs for what is not finite, also in the difference", () => {
    const found: NumberText[] = [...zeros];
    found.splice(4, 4, "NaN", "Infinity", "-Infinity", "NaN");
    const view = picture(at(7, "NaN"), found, [1, 0]);
    expect(looks(view, 1).slice(4, 8)).toEqual(["nan", "up", "down", "nan"]);
    expect(looks(view, 2).slice(3, 9)).toEqual(["", "nan", "up", "down", "", ""]);
    expect(view?.panels[2]?.scale).toBeNull();
    expect(view?.panels[1]?.label).toContain("4 that are not finite");
    expect(view?.caption.at(-1)).toContain("NaN");
  });

  test("heatMapView() keeps the scale of what is expected where one found value is wild, and says that it goes further", () => {
    const ramp = zeros.map((_, i) => i);
    const view = picture(
      ramp,
      ramp.map((value, i) => (i === 5 ? 1e308 : value)),
    );
    expect(view?.panels[1]?.scale).toEqual({ kind: "sequential", low: "0", high: "≥ 11" });
    expect(looks(view, 1)).toEqual(looks(view, 0).map((look, i) => (i === 5 ? "s8" : look)));
    const huge = picture(at(0, -1.7e308), at(5, 1.7e308));
    expect(looks(huge, 2).filter((look) => look !== "")).toEqual(["d8", "d8"]);
    expect(JSON.stringify(huge)).not.toMatch(/NaN|undefined/);
  });

  test("heatMapView() shows differences that are small beside the largest one", () => {
    const view = picture(zeros, [0.002, -0.002, ...new Array<number>(9).fill(0), 1000], [2, 3]);
    expect(looks(view, 2)).toEqual(["d5", "d3", ...new Array<string>(9).fill(""), "d8"]);
  });

  test("heatMapView() shows the surroundings of the worst element of a large tensor, with their indices", () => {
    const large = picturedMismatches["a block of a large matrix"];
    const view = large && heatMapView(large);
    expect(view?.panels[0]).toMatchObject({ rows: 8, columns: 8 });
    expect(view?.panels[0]?.rowLabels.map(({ text }) => text)).toEqual("17 18 19 20 21 22 23 24".split(" "));
    expect(view?.panels[0]?.columnLabels.map(({ text }) => text)).toContain(String(large?.index?.[1]));
    expect(view?.caption.join(" ")).toContain(`${large?.differing} of 1000 elements differ`);
    expect(view?.caption.join(" ")).toContain("Shown: 8 of 25 rows, 8 of 40 columns.");
  });

  test.each([
    [[16]],
    [[4, 4]],
    [[2, 3, 4]],
    [[2, 2, 2, 2]],
    [[2, 1, 3, 1, 4]],
    [[300]],
    [[5, 1, 200]],
    [[1, 64]],
    [[64, 1]],
  ])("heatMapView() fits a tensor of shape %j into 16 by 16 cells", (shape) => {
    const view = heatMapView(
      mismatchOf(
        drawnTensor(shape),
        drawnTensor(shape, (_, v) => -v),
      ),
    );
    const { rows = 0, columns = 0, box, shapes = [] } = view?.panels[2] ?? {};
    expect(rows * columns).toBeGreaterThan(0);
    expect(Math.max(rows, columns)).toBeLessThanOrEqual(16);
    expect(box).not.toBeNull();
    expect(shapes.length).toBeGreaterThan(0);
  });

  test("heatMapView() is null where there is nothing to compare cell by cell", () => {
    const none: Mismatch[] = [
      mismatchOf(drawnTensor([4, 5]), drawnTensor([5, 4])),
      mismatchOf(
        drawnTensor([2, 4]),
        drawnTensor([2, 4], () => 0),
      ),
      mismatchOf(
        drawnTensor([]),
        drawnTensor([], (_, v) => v + 1),
      ),
      mismatchOf(drawnTensor([0, 3]), drawnTensor([3, 0])),
      { code: "property", path: "" },
      { ...mismatch(zeros, at(1, 1), [3, 4], [0, 1]), total: 5000 },
    ];
    expect(none.map(hasHeatMap)).toEqual(none.map(() => false));
    expect(none.map(heatMapView)).toEqual(none.map(() => null));
    // What an earlier version marked as wrong and this one does not.
    expect(heatMapView(mismatch(zeros, zeros, [3, 4], [0, 1]))).toBeNull();
  });
});
