import { createHash } from "node:crypto";
import { type FileCache, openCache } from "../../assignments/storage/cache.ts";
import type { Bundle } from "../../sandbox/bundle/bundle-submission.ts";
import type { SubmissionEntry, SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import type { CaseRun, SubmissionRun } from "../../sandbox/replies/case-run.ts";
import { gradingSources } from "./grading-sources.ts";
import { decodeRun, encodeRun } from "./run-codec.ts";

/** Raise it when the bytes in the cache change their meaning. */
const cacheFormat = 2;

/**
 * What the sandbox told of a submission.
 * @property sha256 Of the files that were compiled.
 * @property bundle What was run; absent where it is remembered.
 */
export type ToldRun = { readonly sha256: string; readonly run: SubmissionRun; readonly bundle?: Bundle };

/** Remembers what the sandbox told of submissions that are proved again and again; they are judged anew each time. */
export type RunMemory = {
  /** Names all sources that a run follows from, besides the submission and the basis of its session. */
  readonly sources: string;
  /**
   * What was told of the same submission before, or is told now.
   * @param basis Names the cases, expected values and limits of the session.
   * @param run Compiles it and runs it.
   */
  recall(basis: string, files: SubmissionFiles, run: () => Promise<ToldRun>): Promise<ToldRun>;
};

/**
 * Opens the memory of runs in a folder that several processes may use at once.
 * @param attempt Runs of another attempt are not found: what is to be proved by running twice is run twice.
 * @param cacheDirectory Folder of all caches.
 */
export async function openRunMemory(attempt: string, cacheDirectory: string): Promise<RunMemory> {
  const cache = openCache("runs", cacheDirectory);
  const sources = await gradingSources();
  return {
    sources,
    recall: async (basis, files, run) => {
      const key = runKey([`runs, format ${cacheFormat}`, attempt, sources, basis], files);
      const kept = await readRun(cache, key);
      if (kept !== undefined) return kept;
      const made = await run();
      if (isSettled(made.run)) {
        await cache.write(key, Buffer.concat([Buffer.from(made.sha256, "hex"), encodeRun(made.run)]));
      }
      return made;
    },
  };
}

function runKey(parts: readonly string[], files: SubmissionFiles): string {
  const hash = createHash("sha256");
  // Each part after its length: no two different lists of parts give the same bytes.
  for (const part of [...parts, ...contentOf(files)]) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest("hex");
}

/** All that a submission consists of, as a list that no other submission gives. */
export function contentOf(files: SubmissionFiles): (string | Uint8Array)[] {
  const { name } = files;
  if ("unread" in files) return [name, "unread", files.unread];
  return "bytes" in files ? [name, "file", files.bytes] : [name, "folder", ...files.entries.flatMap(partsOf)];
}

function partsOf(entry: SubmissionEntry): (string | Uint8Array)[] {
  if ("bytes" in entry) return [entry.path, "file", entry.bytes];
  return "target" in entry ? [entry.path, "link", entry.target] : [entry.path, "unread", entry.unread];
}

const shaBytes = 32;

async function readRun(cache: FileCache, key: string): Promise<ToldRun | undefined> {
  const bytes = await cache.read(key);
  try {
    const run = bytes && decodeRun(bytes.subarray(shaBytes));
    return run && { sha256: Buffer.from(bytes.subarray(0, shaBytes)).toString("hex"), run };
  } catch {
    // Whatever else lies there, the submission is run anew and the entry replaced.
    return undefined;
  }
}

/** How a call ends that meets a limit is up to the machine, and a failure of ours says nothing: these are run each time. */
const isSettled = (run: SubmissionRun): boolean => run.loaded && run.cases.every(isOwnDoing);

function isOwnDoing({ outcome }: CaseRun): boolean {
  switch (outcome) {
    case "returned":
    case "threw":
    case "not-implemented":
    case "bad-value":
      return true;
    case "timeout":
    case "memory":
    case "crashed":
    case "grader-error":
      return false;
    default:
      outcome satisfies never;
      return false;
  }
}
