import pLimit from "p-limit";
import type { Bundle, BundleOptions } from "./bundle-submission.ts";
import {
  type CompileAnswer,
  type CompilerDied,
  CompilerProcess,
  compileMemoryBytes,
  compileTimeMs,
} from "./compiler-process.ts";
import type { SubmissionFiles } from "./open-submission.ts";
import { SubmissionError } from "./submission-error.ts";

/** Processes that compile one submission each, beside the one for all. */
const mostAlone = 2;

/** Compiles submissions in a process of their own, which is replaced when a source kills or occupies it. */
export class Compiler {
  #shared: CompilerProcess | undefined;
  /** All that have not ended yet. */
  readonly #processes = new Set<CompilerProcess>();
  readonly #alone = pLimit(mostAlone);
  #isClosed = false;

  /** Starts the process ahead of its first use. */
  warm(): void {
    this.#process();
  }

  /**
   * Compiles one submission.
   * @throws {Error} where the machine is too busy with other things, or short of something, which says nothing of the submission.
   * @throws {SubmissionError} where the submission is unreadable, does not compile, or is more than the compiler can bear.
   */
  async bundle(files: SubmissionFiles, options: BundleOptions): Promise<Bundle> {
    let answer = await this.#process().compile(files, options);
    // What dies with us says nothing of the submission.
    if ("died" in answer && this.#isClosed) throw closed();
    // It may have been a neighbour that brought the process down: once more, in a process that takes nobody else.
    if ("died" in answer && !answer.isAlone) answer = await this.#alone(() => this.#compileAlone(files, options));
    if ("died" in answer && this.#isClosed) throw closed();
    if ("bundle" in answer) return answer.bundle;
    if ("failure" in answer) throw new SubmissionError(answer.failure.message, answer.failure);
    if ("machine" in answer) throw new Error(`Cannot read the submission: ${answer.machine}`);
    if (answer.died === "starved") throw new Error("Cannot compile the submission: the machine is too busy");
    throw new SubmissionError(`Cannot compile the submission: ${phraseDeath(answer.died)}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#processes].map((one) => one[Symbol.asyncDispose]()));
  }

  #process(): CompilerProcess {
    if (this.#shared === undefined || this.#shared.isGone) {
      // The one before has been killed; its end is waited for when all is over.
      this.#shared = this.#start();
    }
    return this.#shared;
  }

  async #compileAlone(files: SubmissionFiles, options: BundleOptions): Promise<CompileAnswer> {
    const own = this.#start();
    try {
      return await own.compile(files, options);
    } finally {
      await this.#stop(own);
    }
  }

  #start(): CompilerProcess {
    if (this.#isClosed) throw closed();
    const started = new CompilerProcess();
    for (const one of this.#processes) if (one.isGone) void this.#stop(one);
    this.#processes.add(started);
    return started;
  }

  async #stop(one: CompilerProcess): Promise<void> {
    await one[Symbol.asyncDispose]();
    this.#processes.delete(one);
  }
}

const closed = (): Error => new Error("Cannot compile a submission: the compiler is closed");

function phraseDeath(died: Exclude<CompilerDied["died"], "starved">): string {
  switch (died) {
    case "late":
      return `it takes longer than ${compileTimeMs / 1000} s`;
    case "memory":
      return `it takes more memory than ${compileMemoryBytes / 2 ** 20} MiB`;
    case "crashed":
      return "the compiler crashes on it";
    default:
      died satisfies never;
      return "";
  }
}
