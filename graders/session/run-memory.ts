import { createHash } from "node:crypto";
import { type FileCache, openCache } from "../../assignments/storage/cache.ts";
import type { Bundle } from "../../sandbox/bundle/bundle-submission.ts";
import type { CaseRun, SubmissionRun } from "../../sandbox/replies/case-run.ts";
import { gradingSources } from "./grading-sources.ts";
import { decodeRun, encodeRun } from "./run-codec.ts";

/** Raise it when the bytes in the cache change their meaning. */
const cacheFormat = 1;

/** Remembers what the sandbox told of submissions that are proved again and again; they are judged anew each time. */
export type RunMemory = {
  /** Names all sources that a run follows from, besides the submission and the basis of its session. */
  readonly sources: string;
  /**
   * What was told of the same submission before, or is told now.
   * @param basis Names the cases, expected values and limits of the session.
   */
  recall(basis: string, bundle: Bundle, run: () => Promise<SubmissionRun>): Promise<SubmissionRun>;
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
    recall: async (basis, bundle, run) => {
      const key = runKey([`runs, format ${cacheFormat}`, attempt, sources, basis], bundle);
      const kept = await readRun(cache, key);
      if (kept !== undefined) return kept;
      const made = await run();
      if (isSettled(made)) await cache.write(key, encodeRun(made));
      return made;
    },
  };
}

function runKey(parts: readonly string[], { name, sha256, code }: Bundle): string {
  const hash = createHash("sha256");
  // Each part after its length: no two different lists of parts give the same bytes.
  for (const part of [...parts, name, sha256, code]) hash.update(`${Buffer.byteLength(part)}:`).update(part);
  return hash.digest("hex");
}

async function readRun(cache: FileCache, key: string): Promise<SubmissionRun | undefined> {
  const bytes = await cache.read(key);
  try {
    return bytes && decodeRun(bytes);
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
