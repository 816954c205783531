import type { Case } from "../../assignments/catalog/case.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import type { Value } from "../../assignments/values/value.ts";
import type { Bundle } from "../../sandbox/bundle/bundle-submission.ts";
import { Compiler } from "../../sandbox/bundle/compiler.ts";
import { loadGuestImage } from "../../sandbox/image/guest-image.ts";
import { loadWorkerScript } from "../../sandbox/image/worker-script.ts";
import { Sandbox } from "../../sandbox/pool/sandbox.ts";
import type { SetupOptions } from "../../sandbox/pool/sandbox-options.ts";
import type { CaseRun, SubmissionRun } from "../../sandbox/replies/case-run.ts";

/** Calls to make: for each function the arguments of its cases. */
export type Calls = Readonly<Record<string, readonly (readonly Value[])[]>>;

/** Limits of the tests: short, so that what runs into them is soon over. */
export const testLimits = { caseTimeMs: 700, submissionTimeMs: 20_000, memoryMb: 64, consoleBytes: 2000 };

/** A real sandbox, with real workers, for source text instead of files. */
export class SourceRunner {
  readonly #sandbox: Sandbox;
  readonly #compiler = new Compiler();

  private constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
    // All processes of a runner are there when it is.
    this.#compiler.warm();
  }

  static async open(
    calls: Calls,
    options: {
      readonly snapshot?: boolean;
      readonly exercises?: SetupOptions["exercises"];
      readonly workers?: number;
      /** How many cases of each function are visible; default all. */
      readonly visibleCases?: number;
      readonly limits?: Partial<typeof testLimits>;
    } = {},
  ): Promise<SourceRunner> {
    const cases = Object.entries(calls).flatMap(([exercise, all]) =>
      all.map((args, i): Case => {
        const visibility = i < (options.visibleCases ?? all.length) ? "visible" : "hidden";
        return { id: `${visibility}-${i + 1}`, exercise, visibility, title: "", args };
      }),
    );
    const cacheDirectory = userDirectory("cache", process.env);
    const limits = { ...testLimits, ...options.limits };
    const image = await loadGuestImage({ cacheDirectory, snapshot: options.snapshot ?? true });
    const script = await loadWorkerScript({ cacheDirectory });
    const sandbox = await Sandbox.open({ script, limits, workers: options.workers ?? 1 });
    sandbox.setUp({ image, cases, exercises: options.exercises ?? {}, limits });
    return new SourceRunner(sandbox);
  }

  async run(source: string, exercises?: readonly string[]): Promise<SubmissionRun> {
    const files = { name: "submission.ts", bytes: Buffer.from(source) };
    const bundle = await this.#compiler.bundle(files, { assignment: "w2-optimization", sourceBytes: 1_000_000 });
    return this.runBundle(bundle, exercises);
  }

  runBundle(bundle: Bundle, exercises?: readonly string[]): Promise<SubmissionRun> {
    return this.#sandbox.run(bundle, exercises === undefined ? {} : { exercises });
  }

  /** Runs it until the signal gives it up. */
  async runUntil(source: string, signal: AbortSignal): Promise<SubmissionRun> {
    const files = { name: "submission.ts", bytes: Buffer.from(source) };
    const bundle = await this.#compiler.bundle(files, { assignment: "w2-optimization", sourceBytes: 1_000_000 });
    return this.#sandbox.run(bundle, { signal });
  }

  /** What comes of a submission of which nothing passes, and the exercises about which whoever knows what is right is asked. */
  async failing(source: string): Promise<{ readonly asked: readonly string[]; readonly run: SubmissionRun }> {
    const files = { name: "submission.ts", bytes: Buffer.from(source) };
    const bundle = await this.#compiler.bundle(files, { assignment: "w2-optimization", sourceBytes: 1_000_000 });
    const asked: string[] = [];
    const passes = (exercise: string): boolean => {
      asked.push(exercise);
      return false;
    };
    const run = await this.#sandbox.run(bundle, { passes });
    return { asked, run };
  }

  /** Results of all cases of a submission that is expected to load. */
  async cases(source: string): Promise<readonly CaseRun[]> {
    const run = await this.run(source);
    if (!run.loaded) throw new Error(`not loaded: ${run.failure.message}`);
    return run.cases;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all([this.#sandbox[Symbol.asyncDispose](), this.#compiler[Symbol.asyncDispose]()]);
  }
}

/**
 * How each body of a function ends, in a case of its own of one submission: to hand them in one by one takes far longer.
 * @returns The runs by the bodies' text.
 */
export async function runBodies(
  bodies: readonly string[],
  limits: Partial<typeof testLimits> = {},
): Promise<ReadonlyMap<string, CaseRun | undefined>> {
  await using runner = await SourceRunner.open({ f: bodies.map((_, i) => [{ kind: "number", value: i }]) }, { limits });
  const functions = bodies.map((body) => `(): any => { ${body}\n }`);
  const runs = await runner.cases(`import * as tf from "@tensorflow/tfjs";
    const all = [${functions}]; export const f = (i: number) => all[i]!();`);
  return new Map(bodies.map((body, i) => [body, runs[i]]));
}
