import { expect, test } from "vitest";
import { phraseInputs } from "../../../reports/phrasing/phrase-inputs.ts";

test("phraseInputs() gives small inputs by value and others by their shape, one argument at a time", () => {
  const preview = (shape: number[], values: number[] = []) => ({ preview: { shape, values } });
  expect(
    phraseInputs([
      { path: "parameters.W1", dtype: "float32", ...preview([2, 3]) },
      { path: "parameters.b1", dtype: "float32", ...preview([2, 1]) },
      { path: "learningRate", text: "0.1" },
      { path: "layerDims", ...preview([3], [3, 2, 1]) },
      { path: "z", dtype: "float32", ...preview([]) },
      { path: "grid", ...preview([9], [1, 2, 3, 4, 5, 6, 7, 8]) },
      { path: "options.seed", text: "1" },
      { path: "items[0]", text: "true" },
    ]),
  ).toEqual([
    "parameters: W1 2×3, b1 2×1",
    "learningRate = 0.1",
    "layerDims = [3, 2, 1]",
    "z scalar",
    "grid [9]",
    "options: seed = 1",
    "items: [0] = true",
  ]);
});
