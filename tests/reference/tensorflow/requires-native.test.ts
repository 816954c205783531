import { expect, test } from "vitest";
import { requiresNative } from "../../../reference/tensorflow/requires-native.ts";

test("requiresNative() holds on a CI machine unless TensorFlow.js alone was asked for", () => {
  expect(requiresNative({ CI: "true" })).toBe(true);
  expect(requiresNative({ CI: "1", GRADECHECK_BACKEND: "auto" })).toBe(true);
  expect(requiresNative({ CI: "true", GRADECHECK_BACKEND: "cpu" })).toBe(false);
  expect(requiresNative({ CI: "false" })).toBe(false);
  expect(requiresNative({})).toBe(false);
});
