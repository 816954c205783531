// The process in which submissions are compiled. esbuild keeps one native process for all builds of a process, and a hostile
// source can take it down; then this process ends too, and `compiler.ts` starts another.
import { flushCompileCache } from "node:module";
import { initialize } from "esbuild";
import { isMachineFailure, phraseMachineFailure } from "../../assignments/storage/machine-failure.ts";
import { encodeFrame, FrameReader } from "../protocol/frame.ts";
import { type BundleOptions, bundleSubmission } from "./bundle-submission.ts";
import type { SubmissionFiles } from "./open-submission.ts";
import { SubmissionError } from "./submission-error.ts";

/** A submission as it crosses over: without the bytes of its files, which are the parts of the frame, in their order. */
export type CompileRequest = {
  readonly id: number;
  readonly options: BundleOptions;
  readonly name: string;
  readonly unread?: string;
  /** What is in a folder; a file that was read has neither a target nor a reason why not. */
  readonly entries?: readonly { readonly path: string; readonly target?: string; readonly unread?: string }[];
};

// esbuild's own process starts while the first submission is on its way.
void initialize({});
const reader = new FrameReader();
let isKept = false;

/** Keeps our own code compiled for the next process, once all of it is loaded: this one ends by being killed. */
function keepOwnCode(): void {
  if (!isKept) flushCompileCache();
  isKept = true;
}

async function compile(request: CompileRequest, parts: readonly Uint8Array[]): Promise<Buffer> {
  const { id, options } = request;
  try {
    const { name, sha256, code, places, definitions } = await bundleSubmission(filesOf(request, parts), options);
    const { files, pieces } = places;
    return encodeFrame({ id, bundle: { name, sha256, definitions }, files }, [
      Buffer.from(code),
      new Uint8Array(pieces.buffer),
    ]);
  } catch (error) {
    if (isMachineFailure(error)) return encodeFrame({ id, machine: phraseMachineFailure(error) });
    if (!(error instanceof SubmissionError)) throw error;
    const { message, file, line, column, unreadable, sha256 } = error;
    return encodeFrame({ id, failure: { message, file, line, column, unreadable, sha256 } });
  }
}

function filesOf({ name, unread, entries }: CompileRequest, parts: readonly Uint8Array[]): SubmissionFiles {
  const left = [...parts];
  const next = (): Uint8Array => left.shift() ?? new Uint8Array();
  if (unread !== undefined) return { name, unread };
  if (entries === undefined) return { name, bytes: next() };
  return {
    name,
    entries: entries.map(({ path, ...entry }) => {
      if (entry.target !== undefined) return { path, target: entry.target };
      return entry.unread === undefined ? { path, bytes: next() } : { path, unread: entry.unread };
    }),
  };
}

process.stdin.on("data", (chunk: Buffer) => {
  const received = reader.push(chunk);
  if (!received.ok) throw new RangeError("Cannot read what the host sent");
  for (const { header, parts } of received.frames) {
    compile(header as unknown as CompileRequest, parts).then(
      (answer) => {
        process.stdout.write(answer);
        keepOwnCode();
      },
      () => process.exit(1),
    );
  }
});
process.stdin.on("end", () => process.exit(0));
