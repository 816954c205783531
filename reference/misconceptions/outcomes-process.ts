import { type ChildProcess, fork } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import type { OutcomesAnswer } from "./outcomes-main.ts";
import type { MisconceptionsRun, runMisconceptions } from "./run-misconceptions.ts";

/** How the outcomes of misconceptions are computed, here or elsewhere. */
export type RunMisconceptions = typeof runMisconceptions;

type Waiting = {
  readonly asked: Parameters<RunMisconceptions>;
  /** A process has ended over it before. */
  readonly isAgain: boolean;
  readonly resolve: (run: MisconceptionsRun) => void;
  readonly reject: (reason: Error) => void;
};

/**
 * Runs misconceptions in a process of its own, which starts with the first that are asked for: to load TensorFlow, and some of what it
 * computes, would hold the event loop of the process that grades, whose clocks limit the time of submissions.
 */
export class OutcomesProcess {
  #child: ChildProcess | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #ending: Promise<void> = Promise.resolve();
  #lastId = 0;
  #isClosed = false;

  /**
   * As `runMisconceptions`, which may be asked several things at once. Where the process ends meanwhile, as one does of which a machine
   * takes its memory back, another tries it once more.
   * @throws Error where that ends too.
   */
  readonly run: RunMisconceptions = (...asked) =>
    new Promise((resolve, reject) => this.#ask({ asked, isAgain: false, resolve, reject }));

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true;
    this.#child?.kill("SIGKILL");
    await this.#ending;
  }

  #ask(waiting: Waiting): void {
    const id = ++this.#lastId;
    this.#waiting.set(id, waiting);
    const child = this.#start();
    child.send({ id, asked: waiting.asked }, (error) => {
      if (error !== null) this.#fail(child);
    });
  }

  #start(): ChildProcess {
    if (this.#child !== undefined) return this.#child;
    const script = fileURLToPath(new URL(`./outcomes-main${extname(import.meta.url)}`, import.meta.url));
    // Values are more than JSON holds.
    const child = fork(script, {
      execArgv: [],
      serialization: "advanced",
      stdio: ["ignore", "ignore", "ignore", "ipc"],
    });
    const onExit = (): void => void child.kill("SIGKILL");
    process.once("exit", onExit);
    child.on("message", (answer: OutcomesAnswer) => {
      const { resolve, reject } = this.#waiting.get(answer.id) ?? {};
      this.#waiting.delete(answer.id);
      if ("run" in answer) resolve?.(answer.run);
      else reject?.(new Error(answer.message));
    });
    this.#ending = new Promise<void>((resolve) => {
      for (const event of ["error", "close"]) child.once(event, () => resolve());
    }).then(() => {
      process.off("exit", onExit);
      this.#fail(child);
    });
    this.#child = child;
    return child;
  }

  #fail(child: ChildProcess): void {
    // Another has been started since.
    if (this.#child !== child) return;
    this.#child = undefined;
    const lost = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const waiting of lost) {
      if (!waiting.isAgain && !this.#isClosed) this.#ask({ ...waiting, isAgain: true });
      else waiting.reject(new Error("Cannot compute what wrong solutions return: the process for it has ended"));
    }
  }
}
