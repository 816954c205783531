import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/vitest-setup.ts"],
    // Real isolates, real processes, native TensorFlow: a cold start on two busy cores is the slowest thing here.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: "forks",
  },
});
