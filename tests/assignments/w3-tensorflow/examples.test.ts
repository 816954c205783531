import { describe } from "vitest";
import { testExamplesOf } from "../test-examples-of.ts";

describe("examples of w3-tensorflow", async () => {
  await testExamplesOf("w3-tensorflow");
});
