import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { killGroup } from "../pool/kill-group.ts";
import { encodeFrame, FrameReader } from "../protocol/frame.ts";
import { sourceFile } from "../source-file.ts";
import type { Bundle, BundleOptions } from "./bundle-submission.ts";
import { SubmissionError, type SubmissionFacts } from "./submission-error.ts";

/** Time that compiling one submission may take, milliseconds. */
const compileTimeMs = 5000;

type Child = ChildProcessByStdio<Writable, Readable, null>;
type Waiting = {
  readonly answered: (header: Readonly<Record<string, unknown>>) => void;
  readonly died: (facts: Omit<Died, "died">) => void;
};
type Died = { readonly died: true; readonly late: boolean; readonly alone: boolean };
type Failure = SubmissionFacts & { readonly message: string };
type Answer = { readonly bundle: Bundle } | { readonly failure: Failure } | Died;

/** Compiles submissions in a process of its own, which is replaced when a source kills or occupies it. */
export class Compiler {
  #child: Child | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  #turn: Promise<unknown> = Promise.resolve();
  /** One for each process that has not ended yet. */
  readonly #endings = new Set<Promise<void>>();

  /** Starts the process ahead of its first use. */
  warm(): void {
    this.#child ??= this.#start();
  }

  /**
   * Compiles one submission.
   * @throws {SubmissionError} where the submission is unreadable, does not compile, or is more than the compiler can bear.
   */
  async bundle(path: string, options: BundleOptions): Promise<Bundle> {
    let answer = await this.#ask(path, options);
    // It may have been a neighbour that brought the process down: once more, alone.
    if ("died" in answer && !answer.alone) answer = await this.#alone(() => this.#ask(path, options));
    if ("bundle" in answer) return answer.bundle;
    if ("failure" in answer) throw new SubmissionError(answer.failure.message, answer.failure);
    const why = answer.late ? `it takes longer than ${compileTimeMs / 1000} s` : "the compiler does not survive it";
    throw new SubmissionError(`Cannot compile the submission: ${why}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child !== undefined) this.#kill(this.#child);
    await Promise.all(this.#endings);
  }

  #alone(work: () => Promise<Answer>): Promise<Answer> {
    const mine = this.#turn.then(work);
    this.#turn = mine;
    return mine;
  }

  #ask(path: string, options: BundleOptions): Promise<Answer> {
    this.#child ??= this.#start();
    const child = this.#child;
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#kill(child, id), compileTimeMs);
      const settle = (answer: Answer): void => {
        clearTimeout(timer);
        this.#waiting.delete(id);
        resolve(answer);
      };
      this.#waiting.set(id, {
        answered: (header) => settle(header as unknown as Answer),
        died: (facts) => settle({ died: true, ...facts }),
      });
      child.stdin.write(encodeFrame({ id, path, options }));
    });
  }

  #start(): Child {
    const script = sourceFile("bundle/compiler-main", new URL("../", import.meta.url));
    // The compiler's own crash reports are of no use to anyone: what crashed it is named instead. Its environment is
    // empty: the course secret may stand in ours.
    const child = spawn(process.execPath, [script], { stdio: ["pipe", "pipe", "ignore"], detached: true, env: {} });
    const reader = new FrameReader();
    child.stdout.on("data", (chunk: Buffer) => {
      const received = reader.push(chunk);
      if (!received.ok) return this.#kill(child);
      for (const { header } of received.frames) this.#waiting.get(Number(header["id"]))?.answered(header);
    });
    child.stdin.on("error", () => undefined);
    const ending = new Promise<void>((resolve) => {
      for (const event of ["error", "close"]) child.on(event, () => resolve());
    }).then(() => {
      this.#endings.delete(ending);
      this.#ended(child);
    });
    this.#endings.add(ending);
    return child;
  }

  #kill(child: Child, lateId?: number): void {
    this.#ended(child, lateId);
    killGroup(child);
  }

  /** Everyone who waits for this process learns that it is gone. */
  #ended(child: Child, lateId?: number): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    const alone = this.#waiting.size === 1;
    for (const [id, { died }] of [...this.#waiting]) died({ late: id === lateId, alone });
  }
}
