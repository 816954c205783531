import { expect, test } from "vitest";
import type { Value } from "../../../../assignments/values/value.ts";
import { occurringIn } from "../../../../graders/verify/variants/occurring.ts";

const layers = (...keys: readonly string[]): Value => ({
  kind: "record",
  entries: keys.map((key) => [key, { kind: "number", value: 1 }] as const),
});

test("occurringIn() takes keys in another order for the same ones, which the contract fixes", () => {
  expect(occurringIn([layers("W1", "W2"), layers("W2", "W1")]).lastLayer).toBe(0);
  expect(occurringIn([layers("W1"), layers("W1", "W12")]).lastLayer).toBe(12);
});
