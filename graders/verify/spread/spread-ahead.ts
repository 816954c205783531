import { type ChildProcess, fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { Subject } from "../subject/subject.ts";
import { areSpreadsKept } from "./measure-spread.ts";
import type { SpreadQuestion } from "./spread-main.ts";

/**
 * Measures the scores of an assignment's misconceptions in another process while this one proves something else: the sandbox leaves
 * processors idle, and what it runs is not to wait for TensorFlow. The proof then finds the scores in the cache.
 */
export class SpreadAhead {
  readonly #child: ChildProcess | undefined;
  readonly #ended: Promise<void>;
  #isRunning: boolean;

  private constructor(child?: ChildProcess) {
    this.#child = child;
    this.#isRunning = child !== undefined;
    this.#ended = new Promise<void>((resolve) => {
      if (child === undefined) resolve();
      for (const event of ["error", "close"]) child?.once(event, () => resolve());
    }).then(() => {
      this.#isRunning = false;
    });
  }

  /** Begins, unless the scores are kept already. */
  static async start(subject: Subject): Promise<SpreadAhead> {
    // Where that cannot be said, the proof says why.
    if (await areSpreadsKept(subject).catch(() => true)) return new SpreadAhead();
    const script = fileURLToPath(new URL(`./spread-main${extname(import.meta.url)}`, import.meta.url));
    const child = fork(script, { execArgv: [], stdio: ["ignore", "ignore", "ignore", "ipc"] });
    const question: SpreadQuestion = { id: subject.assignment.manifest.id, cacheDirectory: subject.cacheDirectory };
    // One that did not start has ended.
    child.send(question, () => undefined);
    return new SpreadAhead(child);
  }

  /** Another process that computes takes the place of a worker. */
  makeRoom(subject: Subject): Subject {
    return this.#isRunning ? { ...subject, workers: Math.max(1, subject.workers - 1) } : subject;
  }

  /** Ends when the scores are in the cache, or will not be. */
  wait(): Promise<void> {
    return this.#ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child?.kill("SIGKILL");
    await this.#ended;
  }
}
