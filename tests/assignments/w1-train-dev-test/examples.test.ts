import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { testExamplesOf } from "../test-examples-of.ts";

const folder = new URL("../../../assignments/w1-train-dev-test/", import.meta.url);

describe("examples of w1-train-dev-test", async () => {
  await testExamplesOf("w1-train-dev-test");

  test("s08-not-started.ts is the starter", async () => {
    const [example, starter] = await Promise.all(
      ["examples/s08-not-started.ts", "starter.ts"].map((file) => readFile(new URL(file, folder), "utf8")),
    );
    expect(example).toBe(starter);
  });
});
