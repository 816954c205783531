import { expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import type { Value } from "../../../assignments/values/value.ts";
import { caseInputs, withInputs } from "../../../graders/judge/with-inputs.ts";
import { validateReport } from "../../../reports/report/validate-report.ts";
import { w2OptimizationReport } from "../../fixtures/w2-optimization-report.ts";

test("caseInputs() takes arguments apart, with shapes and beginnings of tensors, and writes all else as code", () => {
  const W1 = {
    kind: "tensor",
    dtype: "float32",
    shape: [1, 300],
    data: new Float32Array(300),
    variable: false,
  } as const;
  const args: Value[] = [
    { kind: "record", entries: [["W1", W1]] },
    {
      kind: "list",
      items: [
        { kind: "string", value: 'a"b' },
        { kind: "boolean", value: true },
      ],
    },
    { kind: "array", shape: [2], data: Float64Array.of(3, Number.NaN) },
    { kind: "rng", seed: 7 },
    { kind: "optimizer", name: "adam", learningRate: 0.01 },
    { kind: "optimizer", name: "adam", learningRate: 0.01, stepsBefore: 2 },
    { kind: "undefined" },
    { kind: "record", entries: [] },
    { kind: "number", value: 1e-7 },
  ];
  const parameters = ["parameters", "names", "dims", "rng", "optimizer", "used", "left", "empty"];
  const [first, ...others] = caseInputs(args, parameters);
  expect(first).toEqual({
    path: "parameters.W1",
    dtype: "float32",
    preview: { shape: [1, 300], values: expect.anything() },
  });
  expect(first?.preview?.values).toHaveLength(256);
  expect(others).toEqual([
    { path: "names[0]", text: '"a\\"b"' },
    { path: "names[1]", text: "true" },
    { path: "dims", preview: { shape: [2], values: [3, "NaN"] } },
    { path: "rng", text: "new Rng(7)" },
    { path: "optimizer", text: "tf.train.adam(0.01)" },
    { path: "used", text: "tf.train.adam(0.01) after 2 times applyGradients({})" },
    { path: "left", text: "undefined" },
    { path: "empty", text: "{}" },
    { path: "argument 9", text: "1e-7" },
  ]);
});

test.each(["failing", "every"] as const)(
  "withInputs() tells the inputs of %s visible cases, and of no hidden one",
  async (which) => {
    const assignment = await openAssignment("w2-optimization");
    const cases = generateCases(assignment, { visibility: "all", seed: 1, secret: "a test's" });
    const report = w2OptimizationReport();
    const told = withInputs(report, assignment.manifest.exercises, cases, which).exercises.flatMap((one) => one.cases);
    expect(told.some(({ inputs }) => inputs !== undefined)).toBe(true);
    for (const { visibility, outcome, inputs } of told) {
      const isTold = visibility === "visible" && (which === "every" || outcome !== "passed");
      expect(inputs !== undefined).toBe(isTold);
    }
    validateReport(withInputs(report, assignment.manifest.exercises, cases, which));
  },
);
