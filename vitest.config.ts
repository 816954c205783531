import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { SkippedReporter } from "./tests/skipped-reporter.ts";
import { SlowestReporter } from "./tests/slowest-reporter.ts";

const everyTest = {
  // Real isolates, real processes, native TensorFlow: a cold start on two busy cores is the slowest thing here.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  pool: "forks",
} as const;

/**
 * Tests that start no processes and change nothing of the process that they run in. Their files share it, and with it every
 * module that one of them has loaded: to load TensorFlow or the templates of pages takes longer than most of these tests.
 */
const sharing = [
  "tests/assignments/*.test.ts",
  "tests/assignments/{quiz,w1-*,w2-*,w3-*}/**/*.test.ts",
  "tests/conformance/**/*.test.ts",
  "tests/graders/{compare,forensics,similarity}/**/*.test.ts",
  "tests/reference/{quiz,conformance}/**/*.test.ts",
  "tests/reference/*.test.ts",
  "tests/reports/**/*.test.ts",
];

/** The attack corpus takes minutes, and one run at a time: `npm run test:attacks`. */
const attacking = ["tests/security/{attacks,broken-files,held-loop}.test.ts"];

export default defineConfig({
  test: {
    reporters: ["default", new SkippedReporter(), new SlowestReporter()],
    globalSetup: ["tests/vitest-setup.ts"],
    maxWorkers: availableParallelism(),
    projects: [
      {
        test: {
          ...everyTest,
          name: "alone",
          include: ["tests/**/*.test.ts"],
          exclude: ["**/node_modules/**", ...sharing, ...attacking],
          sequence: { groupOrder: 0 },
        },
      },
      { test: { ...everyTest, name: "attacking", include: attacking, sequence: { groupOrder: 2 } } },
      { test: { ...everyTest, name: "sharing", include: sharing, isolate: false, sequence: { groupOrder: 1 } } },
    ],
  },
});
