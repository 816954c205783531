import type { Reporter, TestModule, TestRunEndReason } from "vitest/node";

/**
 * Says at the end of a run which tests were not run here, and why: what a machine cannot do goes unproved there, and nobody should
 * take it for proved. Says nothing where tests were chosen by name.
 */
export class SkippedReporter implements Reporter {
  #chosenByName = false;

  onInit({ config }: { readonly config: { readonly testNamePattern?: RegExp | undefined } }): void {
    this.#chosenByName = config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[], _errors: unknown, _reason: TestRunEndReason): void {
    const lines = this.#chosenByName ? [] : modules.flatMap(skippedIn);
    if (lines.length > 0) process.stdout.write(`\nNot run here:\n${lines.map((line) => `  ${line}\n`).join("")}\n`);
  }
}

function skippedIn(module: TestModule): string[] {
  return [...module.children.allTests("skipped")].map((test) => {
    const result = test.result();
    const why = (result.state === "skipped" && result.note) || "the platform is another";
    return `${module.relativeModuleId}: ${test.fullName}, because ${why}`;
  });
}
