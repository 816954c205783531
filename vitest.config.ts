import { defineConfig } from "vitest/config";
import { SkippedReporter } from "./tests/skipped-reporter.ts";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    reporters: ["default", new SkippedReporter()],
    globalSetup: ["tests/vitest-setup.ts"],
    // Real isolates, real processes, native TensorFlow: a cold start on two busy cores is the slowest thing here.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
  },
});
