import { describe } from "vitest";
import { testExamplesOf } from "../test-examples-of.ts";

describe("examples of w2-averages-and-schedules", async () => {
  await testExamplesOf("w2-averages-and-schedules");
});
