import { describe } from "vitest";
import { testExamplesOf } from "../test-examples-of.ts";

describe("examples of w1-regularization", async () => {
  await testExamplesOf("w1-regularization");
});
