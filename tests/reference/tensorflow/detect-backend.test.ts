import { expect, test } from "vitest";
import { cpuBackend, detectBackend } from "../../../reference/tensorflow/detect-backend.ts";

test("detectBackend() follows GRADECHECK_BACKEND for auto, even on a CI machine", () => {
  const { backend, version } = detectBackend("auto", { GRADECHECK_BACKEND: "cpu", CI: "true" });
  expect({ backend, version }).toEqual({ backend: "cpu", version: "4.22.0" });
});

test("detectBackend() gives a reason with the pure-JavaScript backend", () => {
  expect(detectBackend("cpu", {})).toEqual(cpuBackend("the pure-JavaScript backend was asked for"));
});

test("detectBackend() refuses an unknown GRADECHECK_BACKEND by name", () => {
  expect(() => detectBackend("auto", { GRADECHECK_BACKEND: "gpu" })).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: Cannot choose a backend: GRADECHECK_BACKEND is "gpu", must be auto, tensorflow or cpu]`,
  );
});
