import pLimit, { type LimitFunction } from "p-limit";
import type { Report } from "../../reports/report/report.ts";
import type { GradedJob, Grader, GradingJob, JobQueue } from "./ports.ts";

/** A queue in this process, in front of one grader. */
export class LocalQueue implements JobQueue {
  readonly width: number;
  readonly #grader: Grader & { graderError(name: string, error: unknown): Report };
  readonly #limit: LimitFunction;

  /** @param width Two jobs for each worker, so that one is compiled while another runs. */
  constructor(grader: Grader & { graderError(name: string, error: unknown): Report }, width: number) {
    this.width = width;
    this.#grader = grader;
    this.#limit = pLimit(width);
  }

  run({ files, identity }: Pick<GradingJob, "files" | "identity">): Promise<GradedJob> {
    return this.#limit(async () => {
      const start = performance.now();
      const report = await this.#grader
        .grade(files, identity)
        .catch((error: unknown) => this.#grader.graderError(identity.name, error));
      return { report, seconds: (performance.now() - start) / 1000 };
    });
  }
}
