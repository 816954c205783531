import type { Manifest } from "../../assignments/catalog/manifest.ts";
import type { Report } from "../../reports/report/report.ts";
import type { Bundle } from "../../sandbox/bundle/bundle-submission.ts";
import type { Sandbox } from "../../sandbox/pool/sandbox.ts";
import type { GradingBasis } from "../judge/grading-basis.ts";
import type { StudentSource } from "../source/student-source.ts";
import { type RunCandidates, withCounterexamples } from "./find-counterexamples.ts";

/**
 * Looks for counterexamples, in a sandbox of its own that is opened when it is first needed. Its workers are never given a hidden case: whatever a
 * submission prints, returns or throws there can hold nothing of one.
 */
export class CounterexampleSearch {
  readonly #manifest: Manifest;
  readonly candidates: GradingBasis;
  readonly #open: () => Promise<Sandbox>;
  #sandbox: Promise<Sandbox> | undefined;

  /** @param open A sandbox that has the candidates and no other cases. */
  constructor(manifest: Manifest, candidates: GradingBasis, open: () => Promise<Sandbox>) {
    this.#manifest = manifest;
    this.candidates = candidates;
    this.#open = open;
  }

  /** See {@link withCounterexamples}. Where the machine fails, the report stays as it is: no mark depends on this. */
  async complete(report: Report, bundle: Bundle, source?: StudentSource): Promise<Report> {
    try {
      const run: RunCandidates = async (exercises, cases) => {
        this.#sandbox ??= this.#open();
        const sandbox = await this.#sandbox;
        return await sandbox.run(bundle, { exercises, cases });
      };
      return await withCounterexamples(report, this.#manifest, this.candidates, run, source);
    } catch {
      return report;
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const sandbox = await this.#sandbox?.catch(() => undefined);
    await sandbox?.[Symbol.asyncDispose]();
  }
}
