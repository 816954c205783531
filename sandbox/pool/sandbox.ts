import { openTemporaryFolder, type TemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import type { Bundle } from "../bundle/bundle-submission.ts";
import { chooseLauncher, type OsProtection } from "../os/choose-launcher.ts";
import { workerFiles } from "../os/worker-files.ts";
import type { Frame } from "../protocol/frame.ts";
import type { ExerciseInputs } from "../protocol/messages.ts";
import type { SubmissionRun } from "../replies/case-run.ts";
import { describeExercises, encodeSetup } from "./encode-setup.ts";
import type { JobLimits, RunOptions, SandboxOptions } from "./sandbox-options.ts";
import { expectFrame, type Service, startService, type Waiting } from "./service.ts";
import { SubmissionJob } from "./submission-job.ts";
import { timeScaleOf } from "./time-scale.ts";
import type { WorkerEnd } from "./worker.ts";

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
  readonly #exercises: readonly ExerciseInputs[];
  readonly #setup: Uint8Array;
  readonly #workers: number;
  readonly #longestService: number;
  readonly #launcher: OsProtection["launcher"];
  readonly #folder: TemporaryFolder;
  readonly #queue: Waiting[] = [];
  readonly #idle: Service[] = [];
  readonly #all = new Set<Service>();
  #closed = false;
  #timeScale = 1;

  private constructor(options: SandboxOptions, folder: TemporaryFolder, launcher: OsProtection["launcher"]) {
    this.#limits = options.limits;
    this.#workers = options.workers;
    this.#longestService = options.isolation === "process" ? 1 : longestService;
    this.#launcher = launcher;
    this.#folder = folder;
    const groups = Map.groupBy(options.cases, ({ exercise }) => exercise);
    this.#exercises = describeExercises(options, groups);
    this.#setup = encodeSetup(options, this.#exercises, [...groups.values()]);
  }

  /** By what time limits are multiplied on this machine; 1 until it has shown to be slow. */
  get timeScale(): number {
    return this.#timeScale;
  }

  /** Opens a sandbox and starts its workers, without waiting for them. */
  static async open(options: SandboxOptions): Promise<Sandbox> {
    // First, for it says where workers could not be kept from files.
    workerFiles();
    const { launcher } = await chooseLauncher();
    const sandbox = new Sandbox(options, openTemporaryFolder("sandbox"), launcher);
    process.prependOnceListener("exit", sandbox.#onExit);
    for (let i = 0; i < options.workers; i++) sandbox.#idle.push(sandbox.#start());
    return sandbox;
  }

  /**
   * Runs all cases on one submission.
   * @throws {Error} when no worker can be started.
   */
  run(bundle: Bundle, options: RunOptions = {}): Promise<SubmissionRun> {
    if (this.#closed) return Promise.reject(new TypeError("Cannot run a submission: the sandbox is closed"));
    const job = new SubmissionJob(bundle, this.#exercises, this.#limits, options);
    return new Promise((done, failed) => {
      this.#queue.push({ job, done, failed, failedStarts: 0 });
      this.#dispatch();
    });
  }

  /** The last chance to leave no process behind where nobody disposes of the sandbox: a signal, an exception. */
  readonly #onExit = (): void => {
    for (const { worker } of this.#all) worker.kill("closed");
  };

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#all].map(({ worker }) => worker[Symbol.asyncDispose]()));
    process.off("exit", this.#onExit);
    await this.#folder[Symbol.asyncDispose]();
  }

  /** Workers that are, or will be, of use. */
  get #active(): number {
    return [...this.#all].filter(({ retired }) => !retired).length;
  }

  #start(): Service {
    const memoryLimitBytes = (this.#limits.memoryMb + workerMemoryMb) * 2 ** 20;
    const service = startService(
      this.#setup,
      { directory: this.#folder.path, launcher: this.#launcher, memoryLimitBytes },
      {
        onReady: (it, frame) => this.#ready(it, frame),
        onFrame: (it, frame) => this.#received(it, frame),
        onEnd: (it, end) => this.#ended(it, end),
      },
    );
    this.#all.add(service);
    return service;
  }

  #dispatch(): void {
    while (this.#queue.length > 0) {
      const service = this.#idle.pop() ?? (this.#active < this.#workers ? this.#start() : undefined);
      const next = service === undefined ? undefined : this.#queue.shift();
      if (service === undefined || next === undefined) return;
      next.job.times.timeScale = this.#timeScale;
      next.job.times.start();
      this.#assign(service, next);
    }
  }

  #assign(service: Service, waiting: Waiting): void {
    service.assigned = waiting;
    service.served += 1;
    if (service.ready) this.#send(service, waiting, false);
  }

  /** Nothing of the submission has run: once more, for the machine may have been short of something for a moment. */
  #startFailed(waiting: Waiting, end: WorkerEnd): void {
    waiting.failedStarts += 1;
    if (waiting.failedStarts > 1) {
      const why = `the worker process ended at its start (${end.by})\n${end.stderr}`;
      waiting.failed(new Error(`Cannot run the submission: ${why}`));
    } else this.#queue.unshift(waiting);
    this.#dispatch();
  }

  #ready(service: Service, { header }: Frame): void {
    service.ready = true;
    this.#timeScale = Math.max(this.#timeScale, timeScaleOf(header["calibrationMs"]));
    service.worker.rest();
    if (service.assigned === undefined) return;
    // The submission does not pay for the start of its worker.
    const { job } = service.assigned;
    job.times.clock.grant(job.caseTimeMs);
    this.#send(service, service.assigned, false);
  }

  /** @param continues Goes on with a submission that this worker has begun. */
  #send(service: Service, { job }: Waiting, continues: boolean): void {
    service.run += 1;
    job.begin(this.#timeScale, continues);
    const { mayHold, times } = job;
    const { sharedMs, caseTimesMs } = times;
    expectFrame(service, job);
    service.worker.run(
      { type: "run", run: service.run, continues, mayHold, sharedMs, caseTimesMs, plan: job.remaining },
      continues ? "" : job.bundle.code,
    );
  }

  #received(service: Service, frame: Frame): void {
    const { assigned } = service;
    // A worker that speaks without being asked is up to something.
    const isAnswer = assigned !== undefined && !service.isLooking && frame.header["run"] === service.run;
    const next = isAnswer ? assigned.job.receive(frame, service.worker) : "broken";
    if (next === "wait" && assigned !== undefined) expectFrame(service, assigned.job);
    else if (next === "resume" && assigned !== undefined) this.#send(service, assigned, true);
    else if (next === "again" && assigned !== undefined) this.#moveOn(service, assigned);
    else if (next === "starved" && assigned !== undefined) this.#giveUp(service, assigned);
    else if (next === "broken") service.worker.kill("protocol");
    else if (assigned !== undefined) void this.#look(service, assigned);
  }

  /** Looks at the results of a part, which takes its time, and goes on in the same worker; in a fresh one where that has ended meanwhile. */
  async #look(service: Service, waiting: Waiting): Promise<void> {
    service.worker.rest();
    service.isLooking = true;
    const start = performance.now();
    const goesOn = await waiting.job.look().catch((error: unknown) => {
      waiting.failed(error instanceof Error ? error : new Error(String(error)));
      return false;
    });
    service.isLooking = false;
    waiting.job.times.clock.excuse(performance.now() - start);
    if (this.#closed) waiting.failed(new Error("Cannot run the submission: the sandbox was closed"));
    else if (!this.#all.has(service)) this.#goOnElsewhere(waiting, goesOn);
    else if (goesOn) this.#send(service, waiting, true);
    else this.#finish(service);
  }

  #goOnElsewhere(waiting: Waiting, goesOn: boolean): void {
    if (goesOn) this.#assign(this.#start(), waiting);
    else {
      waiting.done(waiting.job.result);
      this.#dispatch();
    }
  }

  /** Goes on with a submission in a fresh worker. */
  #moveOn(service: Service, waiting: Waiting): void {
    service.assigned = undefined;
    service.retired = true;
    service.worker.kill("closed");
    this.#assign(this.#start(), waiting);
  }

  /** The machine has no time for a submission: that is no result. */
  #giveUp(service: Service, waiting: Waiting): void {
    service.assigned = undefined;
    service.retired = true;
    service.worker.kill("closed");
    const why = "it ran out of time again and again, and had hardly a processor to run on: the machine is too busy";
    waiting.failed(new Error(`Cannot run the submission: ${why}`));
    this.#dispatch();
  }

  #finish(service: Service): void {
    const { assigned } = service;
    service.assigned = undefined;
    service.worker.rest();
    if (assigned?.job.irregular || service.served >= this.#longestService) {
      service.retired = true;
      service.worker.kill("closed");
    } else {
      this.#idle.push(service);
    }
    assigned?.done(assigned.job.result);
    this.#dispatch();
  }

  #ended(service: Service, end: WorkerEnd): void {
    const { assigned } = service;
    this.#all.delete(service);
    const idle = this.#idle.indexOf(service);
    if (idle >= 0) this.#idle.splice(idle, 1);
    if (service.isLooking) return;
    service.assigned = undefined;
    if (assigned === undefined) {
      if (!this.#closed) this.#dispatch();
      return;
    }
    if (this.#closed) {
      assigned.failed(new Error("Cannot run the submission: the sandbox was closed"));
      return;
    }
    if (!service.ready) {
      this.#startFailed(assigned, end);
      return;
    }
    assigned.job.workerEnded(end);
    void this.#look(service, assigned);
  }
}
