import { describe } from "vitest";
import { testExamplesOf } from "../test-examples-of.ts";

describe("examples of w1-vanishing-gradients", async () => {
  await testExamplesOf("w1-vanishing-gradients");
});
