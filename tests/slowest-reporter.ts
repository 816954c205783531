import type { Reporter, TestCase, TestModule } from "vitest/node";

/** Tests that are named at the end of a whole run. */
const named = 10;

/** Says at the end of a run of several files which tests took longest: what is slow to prove is not proved often. */
export class SlowestReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    if (modules.length < 2) return;
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const slowest = tests.sort((one, other) => durationOf(other) - durationOf(one)).slice(0, named);
    const lines = slowest.map(
      (test) => `  ${(durationOf(test) / 1000).toFixed(1)} s  ${test.module.relativeModuleId}: ${test.fullName}\n`,
    );
    process.stdout.write(`\nThe slowest:\n${lines.join("")}\n`);
  }
}

const durationOf = (test: TestCase): number => test.diagnostic()?.duration ?? 0;
