import type { Case } from "../../assignments/catalog/case.ts";
import type { Manifest } from "../../assignments/catalog/manifest.ts";
import { inTurns } from "../../assignments/steps/in-turns.ts";
import type { MisconceptionOutcomes } from "../../reference/misconceptions/misconception.ts";
import { OutcomesProcess } from "../../reference/misconceptions/outcomes-process.ts";
import type { Report } from "../../reports/report/report.ts";
import { Compiler } from "../../sandbox/bundle/compiler.ts";
import { hashFiles } from "../../sandbox/bundle/hash-files.ts";
import type { SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import { SubmissionError } from "../../sandbox/bundle/submission-error.ts";
import { loadGuestImage } from "../../sandbox/image/guest-image.ts";
import type { Sandbox } from "../../sandbox/pool/sandbox.ts";
import type { RunOptions } from "../../sandbox/pool/sandbox-options.ts";
import { CounterexampleSearch } from "../counterexample/counterexample-search.ts";
import type { OutcomesOf } from "../judge/diagnose.ts";
import { gradeRun, graderErrorReport, notGradableReport } from "../judge/grade-run.ts";
import { basisOfRun, type GradingBasis } from "../judge/grading-basis.ts";
import { Verdicts } from "../judge/verdicts.ts";
import { studentSource } from "../source/student-source.ts";
import { gradingFingerprint } from "./grading-fingerprint.ts";
import { type GradingWatch, timed } from "./grading-watch.ts";
import type { Grader, SubmissionIdentity } from "./ports.ts";
import type { Preparation } from "./preparation.ts";
import { prepare } from "./prepare.ts";
import { notesOnKit } from "./releases.ts";
import type { RunMemory, ToldRun } from "./run-memory.ts";
import type { SessionOptions } from "./session-options.ts";
import { openSandbox, type SessionProcesses, startProcesses } from "./start-processes.ts";

/** What of a submission to grade. */
export type SubmissionPart = {
  /** Ids of the exercises, of those that the session is about. */
  readonly exercises?: readonly string[];
  /** Case by case, exercise after exercise, and nothing after the first case that does not pass; what went wrong is not diagnosed. */
  readonly untilFailure?: boolean;
  /** Nothing is graded after it: the session's processes end while it is judged. */
  readonly isLast?: boolean;
};

/** Opens workers for the cases of a basis. */
type OpenSandbox = (basis: GradingBasis) => Promise<Sandbox>;

/** Grades any number of submissions of one assignment. */
export class GradingSession implements Grader {
  readonly manifest: Manifest;
  readonly #basis: GradingBasis;
  readonly #openSandbox: () => Promise<Sandbox>;
  /** From the first submission that has to be run. */
  #sandbox: Promise<Sandbox> | undefined;
  #timeScale: () => number = () => 1;
  readonly #memory: RunMemory | undefined;
  readonly #onPhase: GradingWatch["onPhase"] | undefined;
  #gradingFingerprint: string | undefined;
  readonly #compiler: Compiler;
  readonly #outcomesOf: OutcomesOf;
  readonly #outcomes = new OutcomesProcess();
  readonly #counterexamples: CounterexampleSearch | undefined;

  private constructor(
    { manifest, basis, candidates, outcomesOf }: Preparation,
    openSandbox: OpenSandbox,
    compiler: Compiler,
    { memory, watch }: Pick<SessionOptions, "memory" | "watch">,
  ) {
    this.manifest = manifest;
    this.#basis = basis;
    this.#outcomesOf = rememberedOutcomes((exercise) => outcomesOf(exercise, this.#outcomes));
    this.#openSandbox = () => openSandbox(basis);
    this.#compiler = compiler;
    this.#memory = memory;
    this.#onPhase = watch?.onPhase;
    if (candidates === undefined) return;
    this.#counterexamples = new CounterexampleSearch(manifest, candidates, () => openSandbox(candidates));
  }

  /**
   * Makes everything ready: cases, expected values, compiler and workers.
   * @param started Its processes, where they were started ahead: they end with it.
   * @throws UnknownAssignmentError, ManifestError, RangeError for an unknown exercise; Error where the reference fails.
   */
  static async open(options: SessionOptions, started?: SessionProcesses): Promise<GradingSession> {
    // Unless what they would run may be remembered.
    const isRun = options.memory === undefined && !options.isElsewhere;
    const processes = started ?? (isRun ? startProcesses(options) : undefined);
    try {
      return await GradingSession.#prepare(options, processes);
    } catch (error) {
      await processes?.[Symbol.asyncDispose]();
      throw error;
    }
  }

  static async #prepare(options: SessionOptions, processes: SessionProcesses | undefined): Promise<GradingSession> {
    const { cacheDirectory, cacheTrust } = options;
    const [preparation, image] = await Promise.all([prepare(options), loadGuestImage({ cacheDirectory, cacheTrust })]);
    const { limits } = preparation.manifest;
    const open: OpenSandbox = async (basis) => {
      const isMain = basis === preparation.basis;
      const own = isMain ? options : { ...options, workers: 1 };
      const sandbox = await ((isMain ? processes?.sandbox : undefined) ?? openSandbox(own));
      const exercises = Object.fromEntries(basis.exercises.map((exercise) => [exercise.id, exercise]));
      sandbox.setUp({ image, cases: basis.cases, exercises, limits });
      return sandbox;
    };
    const session = new GradingSession(preparation, open, processes?.compiler ?? new Compiler(), options);
    if (processes !== undefined) await session.#opened();
    return session;
  }

  #opened(): Promise<Sandbox> {
    this.#sandbox ??= this.#openSandbox().then((sandbox) => {
      this.#timeScale = () => sandbox.timeScale;
      return sandbox;
    });
    return this.#sandbox;
  }

  async #run(files: SubmissionFiles, part: SubmissionPart, verdicts: Verdicts, signal?: AbortSignal): Promise<ToldRun> {
    const bundle = await timed(this.#onPhase, "compile", () => this.#bundle(files));
    const sandbox = await this.#opened();
    const passes: RunOptions["passes"] = (exercise, runs) => inTurns(verdicts.allPass(exercise, runs));
    const run = await timed(this.#onPhase, "run", () => sandbox.run(bundle, { ...part, passes, signal }));
    return { bundle, sha256: bundle.sha256, run };
  }

  #bundle(files: SubmissionFiles): ReturnType<Compiler["bundle"]> {
    const { id, limits } = this.manifest;
    return this.#compiler.bundle(files, { assignment: id, sourceBytes: limits.sourceBytes });
  }

  #runOrRecall(
    files: SubmissionFiles,
    part: SubmissionPart,
    verdicts: Verdicts,
    signal: AbortSignal | undefined,
  ): Promise<ToldRun> {
    const run = (): Promise<ToldRun> => this.#run(files, part, verdicts, signal);
    if (this.#memory === undefined) return run();
    this.#gradingFingerprint ??= gradingFingerprint(this.#basis, this.#memory.sources);
    return this.#memory.recall(`${this.#gradingFingerprint} ${JSON.stringify(part)}`, files, run);
  }

  /**
   * Grades one submission. Whatever it does ends in a report.
   * @param part Default all of it.
   * @param signal Nobody wants to know the result any more: what runs is ended.
   * @returns A report, of a part on nothing but what was run of it.
   * @throws The reason of the signal.
   */
  async grade(
    files: SubmissionFiles,
    { name }: SubmissionIdentity,
    part: SubmissionPart = {},
    signal?: AbortSignal,
  ): Promise<Report> {
    try {
      const verdicts = new Verdicts(this.#basis);
      const told = await this.#runOrRecall(files, part, verdicts, signal);
      // Who disposes of the session hears of what goes wrong.
      if (part.isLast) this.#endProcesses().catch(() => undefined);
      const report = await timed(this.#onPhase, "judge", () => this.#judge({ name, files, part }, told, verdicts));
      const notes = [...(report.notes ?? []), ...(await this.notesOn(files))];
      return notes.length > 0 ? { ...report, notes } : report;
    } catch (error) {
      if (!(error instanceof SubmissionError)) throw error;
      const { message, sha256 } = error;
      return notGradableReport(this.#basis, { name, sha256 }, { message });
    }
  }

  async #judge(
    { name, files, part }: { readonly name: string; readonly files: SubmissionFiles; readonly part: SubmissionPart },
    { sha256, run, bundle }: ToldRun,
    verdicts: Verdicts,
  ): Promise<Report> {
    const basis = part.exercises === undefined ? this.#basis : basisOfRun(this.#basis, run);
    if (part.untilFailure) return gradeRun(basis, { name, sha256 }, run, { verdicts });
    const source = studentSource(files, this.manifest.limits.sourceBytes);
    const report = await gradeRun(basis, { name, sha256 }, run, { verdicts, outcomesOf: this.#outcomesOf, source });
    if (this.#counterexamples === undefined) return report;
    // Of a run that is remembered there is no bundle.
    return await this.#counterexamples.complete(report, bundle ?? (await this.#bundle(files)), source);
  }

  /** Has a worker ready for the next submission, where the last one has brought it down. */
  async warm(): Promise<void> {
    (await this.#opened()).warm();
  }

  /** What a report says of the kit that a submission was made from. */
  notesOn(files: SubmissionFiles): Promise<readonly string[]> {
    return notesOnKit(files, this.manifest, this.version);
  }

  /** Names everything that reports follow from besides the submissions. @param graderVersion Of gradecheck. */
  gradingFingerprint(graderVersion: string): string {
    return gradingFingerprint(this.#basis, graderVersion, this.#counterexamples?.candidates);
  }

  /** All cases that are run. */
  get cases(): readonly Case[] {
    return this.#basis.cases;
  }

  /** Version of the assignment, as reports have it. */
  get version(): string {
    return this.#basis.common.assignmentVersion;
  }

  /** By what time limits are multiplied on this machine. */
  get timeScale(): number {
    return this.#timeScale();
  }

  /** The report of a submission that could not be judged by our own fault; it costs no points and is to be graded again. */
  graderError(name: string, error: unknown): Report {
    return graderErrorReport(this.#basis, { name, sha256: hashFiles(new Map()) }, String(error));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const others = [this.#outcomes, this.#counterexamples].map((one) => one?.[Symbol.asyncDispose]());
    await Promise.all([this.#endProcesses(), ...others]);
  }

  async #endProcesses(): Promise<void> {
    const sandbox = await this.#sandbox?.catch(() => undefined);
    await Promise.all([sandbox, this.#compiler].map((one) => one?.[Symbol.asyncDispose]()));
  }
}

/** Asks for each exercise once, and only when it is needed. */
function rememberedOutcomes(ask: OutcomesOf): OutcomesOf {
  const asked = new Map<string, Promise<readonly MisconceptionOutcomes[]>>();
  return (exercise) => {
    const outcomes = asked.get(exercise) ?? ask(exercise);
    asked.set(exercise, outcomes);
    return outcomes;
  };
}
