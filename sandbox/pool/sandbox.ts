import { openTemporaryFolder, type TemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import type { Bundle } from "../bundle/bundle-submission.ts";
import { chooseLauncher, type OsProtection } from "../os/choose-launcher.ts";
import { workerFiles } from "../os/worker-files.ts";
import type { Frame } from "../protocol/frame.ts";
import type { ExerciseInputs } from "../protocol/messages.ts";
import type { SubmissionRun } from "../replies/case-run.ts";
import { describeExercises, encodeSetup } from "./encode-setup.ts";
import type { JobLimits, RunOptions, SetupOptions, StartOptions } from "./sandbox-options.ts";
import { SubmissionJob } from "./submission-job.ts";
import { timeScaleOf } from "./time-scale.ts";
import type { WorkerEnd } from "./worker.ts";
import { expectFrame, noTime, startFailure, type Waiting, type WorkerSlot, waitingIn } from "./worker-slot.ts";
import { WorkerSlots } from "./worker-slots.ts";

/** Resident memory of a worker beyond the isolate's limit, mebibytes: Node itself, TensorFlow.js, buffers on their way. */
const workerMemoryMb = 512;
/** Submissions after which a worker is replaced even if it behaved. */
const longestService = 250;

/**
 * Runs submissions in a pool of worker processes. What a submission does is a value; an exception of {@link run} is our own
 * failure.
 */
export class Sandbox {
  readonly #limits: JobLimits;
  #exercises: readonly ExerciseInputs[] = [];
  readonly #longestService: number;
  readonly #onReplaced: StartOptions["onReplaced"];
  readonly #folder: TemporaryFolder;
  #queue: Waiting[] = [];
  readonly #slots: WorkerSlots;
  #closed = false;
  #timeScale = 1;

  private constructor(options: StartOptions, folder: TemporaryFolder, launcher: OsProtection["launcher"]) {
    const { script, limits, workers, isolation, onReplaced } = options;
    this.#limits = limits;
    this.#onReplaced = onReplaced;
    this.#longestService = isolation === "process" ? 1 : longestService;
    this.#folder = folder;
    const memoryLimitBytes = (limits.memoryMb + workerMemoryMb) * 2 ** 20;
    this.#slots = new WorkerSlots(
      workers,
      { script, directory: folder.path, launcher, memoryLimitBytes },
      { onFrame: (it, frame, isLast) => this.#received(it, frame, isLast), onEnd: (it, end) => this.#ended(it, end) },
    );
  }

  /** By what time limits are multiplied on this machine; 1 until it has shown to be slow. */
  get timeScale(): number {
    return this.#timeScale;
  }

  /** Opens a sandbox and starts its workers, without waiting for them. Before anything is run, it is to be {@link setUp}. */
  static async open(options: StartOptions): Promise<Sandbox> {
    // First, for it says where workers could not be kept from files.
    workerFiles();
    const { launcher } = await chooseLauncher();
    const sandbox = new Sandbox(options, openTemporaryFolder("sandbox"), launcher);
    sandbox.#slots.fill();
    return sandbox;
  }

  /** Says what is to be run, whatever the submission. */
  setUp(options: SetupOptions): void {
    const groups = Map.groupBy(options.cases, ({ exercise }) => exercise);
    this.#exercises = describeExercises(options, groups);
    this.#slots.setUp(encodeSetup(options, this.#exercises, [...groups.values()]));
  }

  /**
   * Runs all cases on one submission.
   * @throws {Error} when no worker can be started; the reason of the signal where that gives it up.
   */
  run(bundle: Bundle, options: RunOptions = {}): Promise<SubmissionRun> {
    if (this.#closed) return Promise.reject(new TypeError("Cannot run a submission: the sandbox is closed"));
    const { signal } = options;
    if (signal?.aborted) return Promise.reject(signal.reason);
    const job = new SubmissionJob(bundle, this.#exercises, this.#limits, options);
    return new Promise((done, failed) => {
      const waiting = { job, done, failed, failedStarts: 0 };
      this.#queue.push(waiting);
      signal?.addEventListener("abort", () => this.#giveAway(waiting, signal.reason));
      this.#dispatch();
    });
  }

  /** Starts workers ahead of the next submission, where the last one has brought some down. */
  warm(): void {
    if (!this.#closed) this.#slots.fill();
  }

  /** What runs may never come to an end by itself; a worker that has not begun is for the next submission. */
  #giveAway(waiting: Waiting, reason: Error): void {
    waiting.failed(reason);
    this.#queue = this.#queue.filter((one) => one !== waiting);
    const slot = this.#slots.busyWith(waiting);
    if (slot?.state.is === "starting") slot.state = { is: "starting" };
    else if (slot !== undefined) this.#slots.retire(slot);
    this.#dispatch();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    await this.#slots[Symbol.asyncDispose]();
    await this.#folder[Symbol.asyncDispose]();
  }

  #dispatch(): void {
    while (this.#queue.length > 0) {
      const free = this.#slots.takeFree();
      const next = free === undefined ? undefined : this.#queue.shift();
      if (free === undefined || next === undefined) return;
      this.#assign(free, next);
    }
  }

  #assign(slot: WorkerSlot, waiting: Waiting): void {
    slot.served += 1;
    if (slot.state.is === "starting") slot.state = { is: "starting", waiting };
    else this.#send(slot, waiting, false);
  }

  /** Nothing of the submission has run: once more, for the machine may have been short of something for a moment. */
  #startFailed(waiting: Waiting, end: WorkerEnd): void {
    waiting.failedStarts += 1;
    if (waiting.failedStarts > 1) waiting.failed(startFailure(end));
    else this.#queue.unshift(waiting);
    this.#dispatch();
  }

  #ready(slot: WorkerSlot, waiting: Waiting | undefined, { header }: Frame): void {
    slot.state = { is: "idle" };
    this.#timeScale = Math.max(this.#timeScale, timeScaleOf(header["calibrationMs"]));
    slot.worker.rest();
    if (waiting === undefined) return;
    // The submission does not pay for the start of its worker.
    waiting.job.times.clock.grant(waiting.job.caseTimeMs);
    this.#send(slot, waiting, false);
  }

  /** @param continues Goes on with a submission that this worker has begun. */
  #send(slot: WorkerSlot, waiting: Waiting, continues: boolean): void {
    const { job } = waiting;
    slot.runs += 1;
    slot.state = { is: "running", waiting, run: slot.runs };
    job.begin(this.#timeScale, continues);
    const { mayHold, times } = job;
    const { sharedMs, caseTimesMs } = times;
    job.times.clock.tick();
    expectFrame(slot, job);
    slot.worker.run(
      { type: "run", run: slot.runs, continues, mayHold, sharedMs, caseTimesMs, plan: job.remaining },
      continues ? "" : job.bundle.code,
    );
  }

  /** @param isLast Whether nothing else has come with it. */
  #received(slot: WorkerSlot, frame: Frame, isLast: boolean): void {
    const { state, worker } = slot;
    if (state.is === "starting") {
      this.#ready(slot, state.waiting, frame);
      return;
    }
    // A worker that speaks without being asked is up to something.
    if (state.is !== "running" || frame.header["run"] !== state.run) {
      worker.kill("protocol");
      return;
    }
    const { waiting } = state;
    const next = waiting.job.receive(frame, worker);
    if (next === "wait") {
      waiting.job.times.clock.tick();
      if (isLast) expectFrame(slot, waiting.job);
    } else if (next === "resume") this.#send(slot, waiting, true);
    else if (next === "again") this.#moveOn(slot, waiting);
    else if (next === "starved") this.#giveUp(slot, waiting);
    else if (next === "broken") worker.kill("protocol");
    else void this.#look(slot, waiting);
  }

  /** Looks at results, which takes its time, and goes on in the same worker; in a fresh one where that has ended meanwhile. */
  async #look(slot: WorkerSlot, waiting: Waiting): Promise<void> {
    slot.worker.rest();
    slot.state = { is: "resting", waiting };
    const start = performance.now();
    const next = await waiting.job.look().catch((error: unknown) => {
      waiting.failed(error instanceof Error ? error : new Error(String(error)));
      return "over" as const;
    });
    waiting.job.times.clock.excuse(performance.now() - start);
    // Given up meanwhile.
    if (slot.state.is !== "resting") return;
    if (this.#closed) waiting.failed(new Error("Cannot run the submission: the sandbox was closed"));
    else if (next === "over") this.#finish(slot, waiting);
    else if (this.#slots.has(slot)) this.#send(slot, waiting, next === "continues");
    else this.#assign(this.#slots.start(), waiting);
  }

  /** Goes on with a submission in a fresh worker. */
  #moveOn(slot: WorkerSlot, waiting: Waiting): void {
    this.#slots.retire(slot);
    this.#assign(this.#slots.start(), waiting);
  }

  /** The machine has no time for a submission: that is no result. */
  #giveUp(slot: WorkerSlot, waiting: Waiting): void {
    this.#slots.retire(slot);
    waiting.failed(noTime());
    this.#dispatch();
  }

  #finish(slot: WorkerSlot, { job, done }: Waiting): void {
    const isSpent = job.irregular || slot.served >= this.#longestService;
    if (isSpent || !this.#slots.has(slot)) this.#slots.retire(slot);
    else slot.state = { is: "idle" };
    done(job.result);
    this.#dispatch();
  }

  #ended(slot: WorkerSlot, end: WorkerEnd): void {
    const { state } = slot;
    this.#slots.delete(slot);
    if (!this.#closed) this.#onReplaced?.();
    // Whoever is looking at its results finds out.
    if (state.is === "resting") return;
    slot.state = { is: "ending" };
    const waiting = waitingIn(state);
    if (waiting === undefined) {
      if (!this.#closed) this.#dispatch();
    } else if (this.#closed) waiting.failed(new Error("Cannot run the submission: the sandbox was closed"));
    else if (state.is === "starting") this.#startFailed(waiting, end);
    else {
      waiting.job.workerEnded(end);
      void this.#look(slot, waiting);
    }
  }
}
