import { describe } from "vitest";
import { testExamplesOf } from "../test-examples-of.ts";

describe("examples of w3-batch-normalization", async () => {
  await testExamplesOf("w3-batch-normalization");
});
