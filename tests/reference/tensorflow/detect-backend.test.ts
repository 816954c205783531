import { expect, test } from "vitest";
import { detectBackend, isWasm, requiresNative } from "../../../reference/tensorflow/detect-backend.ts";

test.each(["cpu", "javascript"])("detectBackend() follows GRADECHECK_BACKEND=%s, even on a CI machine", (choice) => {
  const detected = detectBackend("auto", { GRADECHECK_BACKEND: choice, CI: "true" });
  expect(detected).toEqual(detectBackend(choice as "cpu" | "javascript", {}));
  expect([detected.backend, isWasm(detected)]).toEqual(["cpu", choice === "cpu"]);
});

test("detectBackend() tells WebAssembly and plain JavaScript apart, by version and in words", () => {
  expect([detectBackend("cpu", {}), detectBackend("javascript", {})]).toMatchInlineSnapshot(`
    [
      {
        "backend": "cpu",
        "note": "TensorFlow.js alone was asked for: TensorFlow.js computes by WebAssembly",
        "version": "4.22.0+wasm",
      },
      {
        "backend": "cpu",
        "note": "plain JavaScript was asked for: TensorFlow.js computes in plain JavaScript",
        "version": "4.22.0",
      },
    ]
  `);
});

test("detectBackend() refuses an unknown GRADECHECK_BACKEND by name", () => {
  expect(() => detectBackend("auto", { GRADECHECK_BACKEND: "gpu" })).toThrowErrorMatchingInlineSnapshot(
    `[RangeError: Cannot choose a backend: GRADECHECK_BACKEND is "gpu", must be one of auto, tensorflow, cpu, javascript]`,
  );
});

test("requiresNative() holds on a CI machine unless TensorFlow.js alone was asked for", () => {
  expect(requiresNative({ CI: "true" })).toBe(true);
  expect(requiresNative({ CI: "1", GRADECHECK_BACKEND: "auto" })).toBe(true);
  expect(requiresNative({ CI: "true", GRADECHECK_BACKEND: "cpu" })).toBe(false);
  expect(requiresNative({ CI: "false" })).toBe(false);
  expect(requiresNative({})).toBe(false);
});
