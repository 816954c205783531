import { describe } from "vitest";
import { testExamplesOf } from "../test-examples-of.ts";

describe("examples of w1-initialization", async () => {
  await testExamplesOf("w1-initialization");
});
