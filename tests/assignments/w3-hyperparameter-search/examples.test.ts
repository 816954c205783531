import { describe } from "vitest";
import { testExamplesOf } from "../test-examples-of.ts";

describe("examples of w3-hyperparameter-search", async () => {
  await testExamplesOf("w3-hyperparameter-search");
});
