import { expect, test } from "vitest";
import { testPublishedValuesOf } from "./test-published-values-of.ts";

const checks = await testPublishedValuesOf("w2-optimization");

test("updateParametersWithAdam() is also held against the old test file with epsilon inside the root", () => {
  expect(checks.filter(({ id }) => id.endsWith("superseded")).map(({ exercise }) => exercise)).toEqual([
    "updateParametersWithAdam",
  ]);
});
