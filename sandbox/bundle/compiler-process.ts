import { type ChildProcessByStdio, spawn } from "node:child_process";
import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import type { Readable, Writable } from "node:stream";
import { killGroup } from "../../assignments/storage/processes.ts";
import { PatientTimer } from "../os/patient-timer.ts";
import { computedTime, residentMemory } from "../os/process-tree.ts";
import { encodeFrame, type Frame, FrameReader } from "../protocol/frame.ts";
import { sourceFile } from "../source-file.ts";
import type { Bundle, BundleOptions } from "./bundle-submission.ts";
import type { CompileRequest } from "./compiler-main.ts";
import { isSource, type SubmissionFiles } from "./open-submission.ts";
import type { SubmissionFacts } from "./submission-error.ts";

/** Time that compiling one submission may take, milliseconds. */
export const compileTimeMs = 5000;
/** Share of that time which the process must have computed for a submission to be what took so long. */
const ownShare = 0.5;
/** How often a process that was hardly let is waited for once more. */
const mostPatience = 8;
/** Resident memory that the process and its compiler may have together, bytes. */
export const compileMemoryBytes = 2 ** 30;
/** What a process may keep of submissions it has answered, bytes: one that keeps more takes no other. */
const keptBytes = 300 * 2 ** 20;
const watchMs = 25;
/** All that is in the environment of the process. */
function environment(): NodeJS.ProcessEnv {
  // Where we keep our own code compiled, below a folder for this version of Node.
  const code = getCompileCacheDir();
  return {
    ...(code !== undefined && { NODE_COMPILE_CACHE: dirname(code) }),
    // esbuild looks for garbage at four times what it holds, not at twice: it holds little, and makes as much anew for each source.
    GOGC: "300",
  };
}

/** What came of a submission in the process that compiles. */
export type CompileAnswer =
  | { readonly bundle: Bundle }
  | { readonly failure: CompileFailure }
  | { readonly machine: string }
  | CompilerDied;

/** Why a submission has no code, in the fields of a `SubmissionError`. */
type CompileFailure = SubmissionFacts & { readonly message: string };

/**
 * The process ended without an answer; `isAlone` where it never had another submission, which could have been the reason. `starved`: it took too long, but
 * did not compute meanwhile.
 */
export type CompilerDied = { readonly died: "late" | "starved" | "memory" | "crashed"; readonly isAlone: boolean };

type Waiting = (answer: CompileAnswer) => void;

/** One process in which submissions are compiled, with esbuild's own below it, until a source kills or occupies it. */
export class CompilerProcess {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #waiting = new Map<number, Waiting>();
  readonly #ending: Promise<void>;
  #watch: NodeJS.Timeout | undefined;
  #lastId = 0;
  #isGone = false;

  constructor() {
    const script = sourceFile("bundle/compiler-main", new URL("../", import.meta.url));
    // The compiler's own crash reports are of no use to anyone: what crashed it is named instead. Nothing of our
    // environment is in its own: the course secret may stand there.
    const child = spawn(process.execPath, [script], {
      stdio: ["pipe", "pipe", "pipe"],
      detached: true,
      env: environment(),
    });
    this.#child = child;
    process.prependOnceListener("exit", this.#onExit);
    // Read and thrown away; esbuild's process holds it too, so that it closes when both are gone.
    child.stderr.resume();
    const reader = new FrameReader();
    child.stdout.on("data", (chunk: Buffer) => {
      const received = reader.push(chunk);
      if (!received.ok) return this.#end("crashed");
      for (const frame of received.frames) this.#waiting.get(Number(frame.header["id"]))?.(readAnswer(frame));
    });
    child.stdin.on("error", () => undefined);
    this.#ending = new Promise<void>((resolve) => {
      for (const event of ["error", "close"]) child.on(event, () => resolve());
    }).then(() => this.#end("crashed"));
  }

  /** A source that occupies the compiler would outlive us. */
  readonly #onExit = (): void => killGroup(this.#child);

  /** Whether it takes no submission any more. */
  get isGone(): boolean {
    return this.#isGone;
  }

  /** Compiles one submission, among others that are under way. */
  compile(files: SubmissionFiles, options: BundleOptions): Promise<CompileAnswer> {
    const id = ++this.#lastId;
    return new Promise((resolve) => {
      const stop = this.#limitTime(id);
      this.#waiting.set(id, (answer) => {
        stop();
        this.#waiting.delete(id);
        if (this.#waiting.size === 0) void this.#rest();
        resolve(answer);
      });
      this.#watch ??= setInterval(() => void this.#lookAtMemory(), watchMs);
      this.#child.stdin.write(encodeRequest(id, files, options));
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#end("crashed");
    await this.#ending;
  }

  /** Ends the process where it computes for too long, or is not let for very long. @returns What stops the clock. */
  #limitTime(id: number): () => void {
    const ranMs = (): number | undefined => computedTime(this.#child.pid);
    const before = ranMs();
    let timer: PatientTimer;
    const wait = (patience: number): void => {
      const onExpired = (): void => {
        const now = ranMs();
        // Where nothing is told all of a sudden, there is no telling whose fault it is.
        const isOwn = before === undefined || (now !== undefined && now - before >= ownShare * compileTimeMs);
        if (isOwn || patience === 0) this.#end(isOwn ? "late" : "starved", id);
        else wait(patience - 1);
      };
      timer = new PatientTimer(compileTimeMs, { onExpired });
    };
    wait(mostPatience);
    return () => timer.clear();
  }

  async #lookAtMemory(): Promise<void> {
    const { pid } = this.#child;
    if (pid === undefined) return;
    const held = await residentMemory(pid);
    if (held !== undefined && held > compileMemoryBytes) this.#end("memory");
  }

  /** Idle now. A process that one submission has made large is not for the next, which could be what fills it. */
  async #rest(): Promise<void> {
    this.#unwatch();
    const { pid } = this.#child;
    if (this.#isGone || pid === undefined) return;
    const held = await residentMemory(pid);
    if (held !== undefined && held > keptBytes && this.#waiting.size === 0) this.#end("crashed");
  }

  #unwatch(): void {
    clearInterval(this.#watch);
    this.#watch = undefined;
  }

  /** Everyone who waits for this process learns that it is gone. @param lateId Who took too long. */
  #end(why: CompilerDied["died"], lateId?: number): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#unwatch();
    // What was answered long ago may have left behind what the process died of.
    const isAlone = this.#lastId === 1;
    for (const [id, answer] of [...this.#waiting]) {
      const died = lateId !== undefined && id !== lateId ? "crashed" : why;
      answer({ died, isAlone });
    }
    killGroup(this.#child);
    process.off("exit", this.#onExit);
  }
}

/** Only what could be source goes across: descriptions in the header, the bytes of files as parts. */
function encodeRequest(id: number, files: SubmissionFiles, options: BundleOptions): Uint8Array {
  const { name } = files;
  const encode = (request: CompileRequest, parts: readonly Uint8Array[]): Uint8Array => encodeFrame(request, parts);
  if ("unread" in files) return encode({ id, options, name, unread: files.unread }, []);
  if ("bytes" in files) return encode({ id, options, name }, [files.bytes]);
  const entries = files.entries.filter((entry) => !("bytes" in entry) || isSource(entry.path));
  const told = entries.map((entry) => ("bytes" in entry ? { path: entry.path } : entry));
  return encode(
    { id, options, name, entries: told },
    entries.flatMap((entry) => ("bytes" in entry ? [entry.bytes] : [])),
  );
}

function readAnswer({ header, parts }: Frame): CompileAnswer {
  if ("failure" in header) return { failure: header["failure"] as CompileFailure };
  if ("machine" in header) return { machine: String(header["machine"]) };
  const [code, pieces] = parts;
  if (code === undefined || pieces === undefined) return { died: "crashed", isAlone: false };
  // A copy, for numbers have to be aligned.
  const places = { files: header["files"] as string[], pieces: new Int32Array(new Uint8Array(pieces).buffer) };
  const bundle = header["bundle"] as Pick<Bundle, "name" | "sha256" | "definitions">;
  return { bundle: { ...bundle, code: Buffer.from(code).toString("utf8"), places } };
}
