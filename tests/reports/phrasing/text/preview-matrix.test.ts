import { expect, test } from "vitest";
import { formatAligned, type MatrixView, previewMatrices } from "../../../../reports/phrasing/text/preview-matrix.ts";
import type { Mismatch, Preview } from "../../../../reports/report/report.ts";

const size = { rows: 3, columns: 3 };
const values: Mismatch = { code: "values", path: "", rtol: 0.01, atol: 0.001 };

function texts({ rows }: MatrixView): string[] {
  return rows.map(({ cells }) => cells.map(({ text, mark }) => (mark === "same" ? text : `${text} ${mark}`)).join("|"));
}

function ramp(shape: number[], count: number): Preview {
  return { shape, values: Array.from({ length: count }, (_, at) => at) };
}

test("previewMatrices() marks values out of tolerance, and the worst one", () => {
  const mismatch: Mismatch = {
    ...values,
    index: [1, 0],
    expectedPreview: { shape: [2, 2], values: [1, 2, 3, "NaN"] },
    actualPreview: { shape: [2, 2], values: [1.005, 2.5, 9, "NaN"] },
  };
  const pair = previewMatrices(mismatch, size);
  expect(pair && texts(pair.found)).toEqual(["1.005|2.500 differs", "9.000 worst|NaN    "]);
  expect(pair && texts(pair.expected)).toEqual(["1.000|2.000 differs", "3.000 worst|NaN    "]);
});

test("previewMatrices() shows more digits where a wrong value would look right", () => {
  const mismatch: Mismatch = {
    code: "values",
    path: "",
    expectedPreview: { shape: [2], values: [0.5, 0.123456789] },
    actualPreview: { shape: [2], values: [0.5, 0.123456799] },
  };
  const pair = previewMatrices(mismatch, size);
  expect(pair && texts(pair.found)).toEqual(["0.50000000|0.12345680 differs"]);
  expect(pair && texts(pair.expected)).toEqual(["0.50000000|0.12345679 differs"]);
});

test("previewMatrices() marks nothing where the shapes differ", () => {
  const pair = previewMatrices(
    { code: "shape", path: "", expectedPreview: ramp([2, 1], 2), actualPreview: ramp([1, 2], 2) },
    size,
  );
  expect(pair && texts(pair.expected)).toEqual(["0", "1"]);
  expect(pair && texts(pair.found)).toEqual(["0|1"]);
});

test("previewMatrices() shows the part of a large tensor that holds the worst element", () => {
  const expectedPreview = ramp([10, 10], 60);
  const actualPreview = {
    ...expectedPreview,
    values: expectedPreview.values.map((value, at) => (at === 47 ? -1 : value)),
  };
  const found = previewMatrices({ ...values, index: [4, 7], expectedPreview, actualPreview }, size)?.found;
  expect(found?.rows.map(({ label }) => label)).toEqual(["3", "4", "5"]);
  expect(found?.columns).toEqual([6, 7, 8]);
  expect(found && texts(found)[1]).toBe("46|-1 worst|48");
  expect(found).toMatchObject({
    hasEarlierRows: true,
    hasMoreRows: true,
    hasEarlierColumns: true,
    hasMoreColumns: true,
  });
});

test("previewMatrices() lays out a preview that ends within a row, rank 3, and empty tensors", () => {
  const cut = previewMatrices(
    { ...values, expectedPreview: ramp([2, 1000], 2), actualPreview: ramp([2, 1000], 2) },
    size,
  );
  expect(cut && texts(cut.found)).toEqual(["0|1"]);
  expect(cut?.found).toMatchObject({ hasMoreRows: true, hasMoreColumns: true });
  const cube = previewMatrices(
    { ...values, expectedPreview: ramp([2, 2, 2], 8), actualPreview: ramp([2, 2, 2], 8) },
    size,
  );
  expect(cube?.found.rows.map(({ label }) => label)).toEqual(["0, 0", "0, 1", "1, 0"]);
  const empty = previewMatrices({ ...values, expectedPreview: ramp([0, 3], 0), actualPreview: ramp([2, 0], 0) }, size);
  expect(empty?.expected.rows).toEqual([]);
  expect(empty?.found.rows).toEqual([]);
});

test("previewMatrices() leaves single numbers to the sentence", () => {
  expect(previewMatrices({ ...values, expectedPreview: ramp([], 1), actualPreview: ramp([], 1) }, size)).toBeNull();
});

test("formatAligned() puts decimal points in line and leaves exact zeros short", () => {
  expect(formatAligned([1.63534451, -0.0623, 0, 2])).toEqual(["1.63534", "-0.06230", "0      ", "2.00000"]);
  expect(formatAligned([1, 20, -3])).toEqual(["1", "20", "-3"]);
  expect(formatAligned([0.5, 0.25])).toEqual(["0.50", "0.25"]);
});

test("formatAligned() formats numbers one by one where a common format would lose one", () => {
  expect(formatAligned([1.63534451, 0.0000301])).toEqual(["1.63534", "3.01e-5"]);
  expect(formatAligned([0.07, 0.5])).toEqual(["0.07", "0.50"]);
});

test("formatAligned() keeps non-finite values", () => {
  expect(formatAligned(["NaN", 0.5]).map((text) => text.trim())).toEqual(["NaN", "0.5"]);
});
