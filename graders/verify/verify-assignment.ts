import { assignmentsFolder } from "../../assignments/catalog/course.ts";
import { ManifestError } from "../../assignments/storage/json-problem.ts";
import { detectBackend } from "../../reference/tensorflow/detect-backend.ts";
import type { Findings, Proof, ProofId, Verification } from "../../reports/report/verification.ts";
import { findObstacle } from "./find-obstacle.ts";
import { proveAlsoRight } from "./prove-also-right.ts";
import { proveArguments } from "./prove-arguments.ts";
import { proveBackends } from "./prove-backends.ts";
import { proveConformance } from "./prove-conformance.ts";
import { proveConsistency } from "./prove-consistency.ts";
import { proveDeterminism } from "./prove-determinism.ts";
import { proveManifest } from "./prove-manifest.ts";
import { proveMisconceptions } from "./prove-misconceptions.ts";
import { proveMutants } from "./prove-mutants.ts";
import { proveNamings } from "./prove-namings.ts";
import { proveQuiz } from "./prove-quiz.ts";
import { proveReference } from "./prove-reference.ts";
import { proveSpread } from "./prove-spread.ts";
import { proveTolerances } from "./prove-tolerances.ts";
import { proveVariants } from "./prove-variants.ts";
import { SpreadAhead } from "./spread/spread-ahead.ts";
import { checkOf, type OnProgress } from "./subject/check.ts";
import { openSubject, type Subject } from "./subject/subject.ts";

/** Options of a verification. */
export type VerifyOptions = {
  /** Folder of all caches. */
  readonly cacheDirectory: string;
  /** Worker processes. */
  readonly workers: number;
  /** The only proofs wanted; default all. A quiz has one proof alone, which is always made. */
  readonly proofs?: readonly ProofId[] | undefined;
  /** Called when a proof begins, and as it progresses. */
  readonly onProgress: (proof: ProofId, done?: number, total?: number) => void;
  /** Called with each proof when it is made. */
  readonly onProved?: (proof: Proof) => void;
  /** Milliseconds of a monotonic clock. */
  readonly now: () => number;
};

type Prove = (subject: Subject, onProgress: OnProgress) => Promise<Findings>;

/** In an order in which an early failure explains later ones. */
const proofs: readonly (readonly [ProofId, Prove])[] = [
  ["manifest", (subject) => proveManifest(subject)],
  ["conformance", (subject) => proveConformance(subject)],
  ["reference", (subject) => proveReference(subject)],
  ["also-right", proveAlsoRight],
  ["misconceptions", proveMisconceptions],
  ["namings", proveNamings],
  ["mutants", proveMutants],
  ["variants", proveVariants],
  ["tolerances", (subject) => proveTolerances(subject)],
  ["backends", (subject) => proveBackends(subject)],
  ["determinism", proveDeterminism],
  ["consistency", (subject) => proveConsistency(subject)],
  ["arguments", (subject) => proveArguments(subject)],
  ["spread", proveSpread],
];

/**
 * Runs all proofs of one assignment. A proof that cannot be finished counts as failed; the others still run, except
 * those that the same cause would stop: it is reported once.
 * @throws UnknownAssignmentError where there is none of that name.
 */
export async function verifyAssignment(id: string, options: VerifyOptions): Promise<Verification> {
  const start = options.now();
  const { backend } = detectBackend("auto");
  const made: Proof[] = [];
  const note = (proof: Proof): void => {
    made.push(proof);
    options.onProved?.(proof);
  };
  try {
    const subject = await openSubject(id, options);
    await using ahead = options.proofs === undefined ? await SpreadAhead.start(subject) : undefined;
    let stopped: { readonly by: ProofId; readonly proofs: readonly ProofId[] } = { by: "manifest", proofs: [] };
    for (const [proof, prove] of proofs) {
      if (options.proofs?.includes(proof) === false) continue;
      if (stopped.proofs.includes(proof)) {
        note({ id: proof, checks: [], summary: "not run", stoppedBy: stopped.by, timeMs: 0 });
        continue;
      }
      const proveBeside = async (onProgress: OnProgress): Promise<Findings> => {
        if (proof === "spread") await ahead?.wait();
        return prove(ahead?.makeRoom(subject) ?? subject, onProgress);
      };
      const one = await proveOne(proof, proveBeside, options);
      note(one);
      if (one.unfinished && stopped.proofs.length === 0) {
        stopped = { by: proof, proofs: await findObstacle(subject, proof) };
      }
    }
  } catch (error) {
    if (!(error instanceof ManifestError)) throw error;
    note(await proveOne("manifest", () => Promise.reject(error), options));
  }
  return { assignment: id, backend, proofs: made, timeMs: options.now() - start };
}

/** Runs all proofs of one quiz. */
export async function verifyQuiz(id: string, options: VerifyOptions): Promise<Verification> {
  const start = options.now();
  const proof = await proveOne("quiz", () => proveQuiz(assignmentsFolder(), id), options);
  options.onProved?.(proof);
  return { assignment: id, proofs: [proof], timeMs: options.now() - start };
}

async function proveOne(
  id: ProofId,
  prove: (onProgress: OnProgress) => Promise<Findings>,
  { onProgress, now }: VerifyOptions,
): Promise<Proof> {
  const start = now();
  onProgress(id);
  const findings = await prove((done, total) => onProgress(id, done, total)).catch(unfinished);
  return { id, ...findings, timeMs: now() - start };
}

function unfinished(error: unknown): Findings {
  const text = error instanceof Error ? error.message : String(error);
  return { summary: "could not be finished", checks: [checkOf("proof", text.split("\n"))], unfinished: true };
}
