// The process in which submissions are compiled. esbuild keeps one native process for all builds of a process, and a hostile
// source can take it down; then this process ends too, and `compiler.ts` starts another.
import { isMachineFailure, phraseMachineFailure } from "../../assignments/storage/machine-failure.ts";
import { encodeFrame, FrameReader } from "../protocol/frame.ts";
import { type BundleOptions, bundleSubmission } from "./bundle-submission.ts";
import { SubmissionError } from "./submission-error.ts";

/** What the host asks for: a path, or the name of a file whose bytes are the part. */
export type CompileRequest = { readonly id: number; readonly options: BundleOptions } & (
  | { readonly path: string }
  | { readonly name: string }
);

const reader = new FrameReader();

async function compile(request: CompileRequest, bytes: Uint8Array = new Uint8Array()): Promise<Buffer> {
  const { id, options } = request;
  try {
    const source = "path" in request ? request.path : { name: request.name, bytes };
    const { name, sha256, code, places, definitions } = await bundleSubmission(source, options);
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

process.stdin.on("data", (chunk: Buffer) => {
  const received = reader.push(chunk);
  if (!received.ok) throw new RangeError("Cannot read what the host sent");
  for (const { header, parts } of received.frames) {
    compile(header as unknown as CompileRequest, parts[0]).then(
      (answer) => process.stdout.write(answer),
      () => process.exit(1),
    );
  }
});
process.stdin.on("end", () => process.exit(0));
