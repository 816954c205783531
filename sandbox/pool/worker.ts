import { Buffer } from "node:buffer";
import { encodeFrame, type Frame, FrameReader } from "../protocol/frame.ts";
import type { RunMessage } from "../protocol/messages.ts";
import { killGroup } from "./kill-group.ts";
import { residentMemory } from "./resident-memory.ts";
import { spawnWorker, type WorkerProcess } from "./spawn-worker.ts";

/** How a worker came to its end. */
export type WorkerEnd = {
  readonly by: "closed" | "crashed" | "silent" | "memory" | "budget" | "protocol";
  /** Last lines of what it wrote to standard error, for the run log; never shown to a student. */
  readonly stderr: string;
};

/** What the owner of a worker wants to hear. */
export type WorkerListener = {
  readonly onFrame: (frame: Frame) => void;
  readonly onEnd: (end: WorkerEnd) => void;
};

/** How a worker is started and watched. */
export type WorkerOptions = {
  /** Its working directory, empty. */
  readonly directory: string;
  /** Words before the command, see `namespaceLauncher`. */
  readonly launcher: readonly string[];
  /** Resident memory at which the process is killed. */
  readonly memoryLimitBytes: number;
};

const memoryPollMs = 25;
/** Time between asking a worker that is not needed any more to end, and ending it. */
const politenessMs = 500;
const keptStderr = 4000;

/** One worker process, from its start to its end. It is ready when its first frame arrives. */
export class Worker {
  readonly #process: WorkerProcess;
  readonly #reader = new FrameReader();
  readonly #memoryLimitBytes: number;
  #listener: WorkerListener;
  #stderr = "";
  #ended = false;
  #silence: NodeJS.Timeout | undefined;
  #poll: NodeJS.Timeout | undefined;
  #politeness: NodeJS.Timeout | undefined;
  #reason: WorkerEnd["by"] | undefined;

  /**
   * @param setup The encoded setup message.
   */
  constructor(setup: Uint8Array, options: WorkerOptions, listener: WorkerListener) {
    this.#listener = listener;
    this.#memoryLimitBytes = options.memoryLimitBytes;
    this.#process = spawnWorker(options.directory, options.launcher);
    this.#process.stdout.on("data", (chunk: Buffer) => this.#receive(chunk));
    this.#process.stderr.on("data", (chunk: Buffer) => {
      this.#stderr = (this.#stderr + chunk.toString("latin1")).slice(-keptStderr);
    });
    // A worker that dies while something is being written to it is noticed by its end.
    this.#process.stdin.on("error", () => undefined);
    this.#process.on("error", (error) => {
      this.#stderr += String(error);
      this.#end();
    });
    this.#process.on("close", () => this.#end());
    this.#process.stdin.write(setup);
  }

  /** Hands the worker to another listener. */
  listen(listener: WorkerListener): void {
    this.#listener = listener;
  }

  /** Sends a submission and, while it runs, watches the worker's memory. */
  run(message: RunMessage, code: string): void {
    this.#process.stdin.write(encodeFrame(message, [Buffer.from(code, "utf8")]));
    this.#poll = setInterval(() => void this.#watchMemory(), memoryPollMs);
  }

  /** Kills the worker unless it speaks, or is told to rest, within this time. */
  expectWithin(timeMs: number, by: "silent" | "budget"): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.kill(by), Math.max(0, timeMs));
  }

  /** Stops the watches; the worker has nothing to do. */
  rest(): void {
    clearTimeout(this.#silence);
    clearInterval(this.#poll);
  }

  /**
   * Ends the process and all it has started: one that is merely not needed by SIGTERM first, any other at once. The
   * listener hears of it when it is gone.
   */
  kill(by: WorkerEnd["by"]): void {
    this.#reason ??= by;
    this.rest();
    if (by !== "closed") {
      killGroup(this.#process);
      return;
    }
    killGroup(this.#process, "SIGTERM");
    this.#politeness ??= setTimeout(() => killGroup(this.#process), politenessMs);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#ended) return;
    const ended = new Promise<void>((resolve) => {
      const { onEnd } = this.#listener;
      this.#listener = {
        onFrame: () => undefined,
        onEnd: (end) => {
          onEnd(end);
          resolve();
        },
      };
    });
    this.kill("closed");
    await ended;
  }

  async #watchMemory(): Promise<void> {
    const { pid } = this.#process;
    const used = pid === undefined ? undefined : await residentMemory(pid);
    if (used !== undefined && used > this.#memoryLimitBytes) this.kill("memory");
  }

  #receive(chunk: Buffer): void {
    if (this.#reason !== undefined) return;
    const received = this.#reader.push(chunk);
    if (!received.ok) {
      this.kill("protocol");
      return;
    }
    for (const frame of received.frames) this.#listener.onFrame(frame);
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.rest();
    clearTimeout(this.#politeness);
    this.#listener.onEnd({ by: this.#reason ?? "crashed", stderr: this.#stderr });
  }
}
