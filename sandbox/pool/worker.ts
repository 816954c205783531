import { Buffer } from "node:buffer";
import { killGroup } from "../../assignments/storage/processes.ts";
import { killInside, type Launch, type Launcher } from "../os/launchers.ts";
import { PatientTimer } from "../os/patient-timer.ts";
import { residentMemory } from "../os/process-tree.ts";
import { spawnWorker, type WorkerProcess } from "../os/spawn-worker.ts";
import { Starvation } from "../os/starvation.ts";
import { encodeFrame, type Frame, FrameReader } from "../protocol/frame.ts";
import type { RunMessage } from "../protocol/messages.ts";

/** How a worker came to its end. */
export type WorkerEnd = {
  readonly by: "closed" | "crashed" | "silent" | "memory" | "budget" | "protocol";
  /** Last lines of what it wrote to standard error, for the run log; never shown to a student. */
  readonly stderr: string;
};

/** What the owner of a worker wants to hear. */
export type WorkerListener = {
  readonly onFrame: (frame: Frame, isLast: boolean) => void;
  readonly onEnd: (end: WorkerEnd) => void;
  /** For so long, milliseconds, the worker was kept from answering or we from reading: it is nobody's fault who runs in it. */
  readonly onExcused?: (timeMs: number) => void;
};

/** For how long a worker was kept waiting for a processor since it was sent something to run, or since it last spoke. */
export type Waits = {
  /** Milliseconds; undefined where this system does not tell. */
  readonly starvedMs: () => number | undefined;
  /** What of it nobody has heard of by `onExcused` or by this, milliseconds. */
  readonly unexcusedMs: () => number;
};

/** How a worker is started and watched. */
export type WorkerOptions = Launch & {
  /** Its code, see `loadWorkerScript`. */
  readonly script: string;
  /** What the operating system adds, see `chooseLauncher`. */
  readonly launcher: Launcher;
};

/** Time a worker has to be ready, on a machine that is busy with other things, milliseconds. */
const startTimeMs = 30_000;
const memoryPollMs = 25;
/** Time between asking a worker that is not needed any more to end, or ending what its launcher started, and ending all. */
const lastWordMs = 500;
const keptStderr = 4000;

/** One worker process, from its start to its end. It is ready when its first frame arrives, some time after it was set up. */
export class Worker implements Waits {
  readonly #process: WorkerProcess;
  readonly #reader = new FrameReader();
  readonly #memoryLimitBytes: number;
  #listener: WorkerListener;
  #stderr = "";
  #ended = false;
  #silence: PatientTimer | undefined;
  readonly #starvation: Starvation;
  #poll: NodeJS.Timeout | undefined;
  #lastWord: NodeJS.Timeout | undefined;
  #reason: WorkerEnd["by"] | undefined;

  constructor(options: WorkerOptions, listener: WorkerListener) {
    this.#listener = listener;
    this.#memoryLimitBytes = options.memoryLimitBytes;
    this.#process = spawnWorker(options.script, options, options.launcher);
    this.#starvation = new Starvation(this.#process.pid);
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
  }

  /** Tells what all that is to be run has in common. @param setup The encoded setup message. */
  setUp(setup: Uint8Array): void {
    this.#process.stdin.write(setup);
    this.expectWithin(startTimeMs, "silent");
  }

  /** Hands the worker to another listener. */
  listen(listener: WorkerListener): void {
    this.#listener = listener;
  }

  /** Sends a submission, or what is left of it, and, while it runs, watches the worker's memory. */
  run(message: RunMessage, code: string): void {
    this.#starvation.begin();
    this.#process.stdin.write(encodeFrame(message, [Buffer.from(code, "utf8")]));
    this.#poll ??= setInterval(() => void this.#watchMemory(), memoryPollMs);
  }

  /** Kills the worker unless it speaks, or is told to rest, within this time; time for which it was starved does not count. */
  expectWithin(timeMs: number, by: "silent" | "budget"): void {
    this.#silence?.clear();
    this.#silence = new PatientTimer(Math.max(0, timeMs), {
      onHeld: (heldMs) => this.#listener.onExcused?.(heldMs),
      onExpired: () => {
        const excusedMs = this.#starvation.excuse(timeMs);
        if (excusedMs === 0) this.kill(by);
        else {
          this.#listener.onExcused?.(excusedMs);
          this.expectWithin(excusedMs, by);
        }
      },
    });
  }

  starvedMs(): number | undefined {
    return this.#starvation.sinceBeginMs;
  }

  unexcusedMs(): number {
    return this.#starvation.excuse(0);
  }

  /** Stops the watches; the worker has nothing to do. */
  rest(): void {
    this.#silence?.clear();
    clearInterval(this.#poll);
    this.#poll = undefined;
  }

  /**
   * Ends the process and all it has started: one that is merely not needed, and stands behind no launcher, by SIGTERM first,
   * any other at once. The listener hears of it when it is gone.
   */
  kill(by: WorkerEnd["by"]): void {
    if (this.#ended) return;
    this.#reason ??= by;
    this.rest();
    killInside(this.#process, by === "closed" ? "SIGTERM" : "SIGKILL");
    this.#lastWord ??= setTimeout(() => killGroup(this.#process), lastWordMs);
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
    const { length } = received.frames;
    for (const [i, frame] of received.frames.entries()) this.#listener.onFrame(frame, i === length - 1);
    // Not in front of them: the last one may ask for how long the case was starved that it ends.
    if (this.#poll !== undefined && received.frames.length > 0) this.#starvation.begin();
  }

  #end(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.rest();
    clearTimeout(this.#lastWord);
    this.#starvation[Symbol.dispose]();
    this.#listener.onEnd({ by: this.#reason ?? "crashed", stderr: this.#stderr });
  }
}

const outOfMemory = /out of memory|allocation failed|bad_alloc|heap limit|invalid array length|invalid size error/i;

/** What a worker has died of, as far as its last words tell. */
export function causeOfEnd({ by, stderr }: WorkerEnd): "time" | "memory" | "crash" {
  if (by === "silent") return "time";
  return by === "memory" || outOfMemory.test(stderr) ? "memory" : "crash";
}
