import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { type Assignment, openAssignment } from "../../../assignments/catalog/catalog.ts";
import { referenceFolder } from "../../../assignments/catalog/course.ts";
import type { Manifest } from "../../../assignments/catalog/manifest.ts";
import { misconceptionsFileOf } from "../../../reference/misconceptions/misconception-sources.ts";
import { referenceFileOf } from "../../../reference/oracle/oracle.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import { GradingSession } from "../../session/grading-session.ts";
import { openRunMemory } from "../../session/run-memory.ts";
import type { SessionOptions } from "../../session/session-options.ts";

/** An assignment under proof. */
export type Subject = {
  readonly assignment: Assignment;
  /** Absolute path of the reference solution. */
  readonly referenceFile: string;
  /** Absolute path of the module with its misconceptions. */
  readonly misconceptionsFile: string;
  /** Absolute path of the record of mutants that nobody can tell from the reference. */
  readonly equivalentMutantsFile: string;
  readonly seed: number;
  /** Hidden cases under proof derive from this secret, the same on every machine. */
  readonly secret: string;
  /** Folder of all caches. */
  readonly cacheDirectory: string;
  /** Worker processes. */
  readonly workers: number;
};

/** No course's cases: a proof must not depend on a secret that the machine may not have. */
export const verifySecret = "the cases that gradecheck verify proves are no secret";

/** The seed of the cases under proof, and the one they are made again with. */
export const verifySeeds = { first: 1, other: 2 } as const;

/**
 * Opens an assignment for proof.
 * @throws UnknownAssignmentError, ManifestError
 */
export async function openSubject(
  id: string,
  options: { readonly cacheDirectory: string; readonly workers: number },
): Promise<Subject> {
  return {
    assignment: await openAssignment(id),
    referenceFile: referenceFileOf(id),
    misconceptionsFile: misconceptionsFileOf(id),
    equivalentMutantsFile: join(referenceFolder(id), "equivalent-mutants.json"),
    seed: verifySeeds.first,
    secret: verifySecret,
    ...options,
  };
}

/** What a session of a proof is about, where it is not everything. */
export type SessionChoice = Partial<Pick<SessionOptions, "exercises" | "seed">> & {
  /** Names the runs that are remembered together; `none` remembers nothing. Default `first`. */
  readonly attempt?: string;
};

/** Opens a session on the cases of the assignment under proof, by default all of them. */
export async function openSession(
  subject: Subject,
  { attempt = "first", ...choice }: SessionChoice = {},
): Promise<GradingSession> {
  const { assignment, seed, secret, workers, cacheDirectory } = subject;
  const memory = attempt === "none" ? undefined : await openRunMemory(attempt, cacheDirectory);
  const options = { visibility: "all", seed, secret, workers, cacheDirectory, memory } as const;
  return GradingSession.open({ assignment: assignment.manifest.id, ...options, ...choice });
}

/** A module of ours that is to be handed in as a student would hand it in. */
export type SolutionSource = {
  /** Text of the module, TypeScript. */
  readonly text: string;
  /** Absolute path of a file beside which its relative imports are looked up. */
  readonly beside: string;
};

/**
 * One of our modules as a submission: a single file that imports nothing but what a submission may import.
 * @param name What the file's name starts with.
 */
export async function bundleSolution(source: SolutionSource, name: string): Promise<SubmissionFiles> {
  const { outputFiles } = await build({
    stdin: { contents: source.text, resolveDir: dirname(source.beside), sourcefile: `${name}.ts`, loader: "ts" },
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    target: "es2024",
    external: ["@tensorflow/*", "gradecheck", "gradecheck/*"],
    tsconfigRaw: "{}",
    logLevel: "silent",
  });
  const text = outputFiles[0]?.text ?? "";
  // The same source under the same name each time: what is known of a submission is found by both.
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { name: `${name}-${hash}.js`, bytes: Buffer.from(text) };
}

/**
 * Work on some exercises in the order in which no processor waits in the end for what takes long: what may take longest comes first.
 * @param exercisesOf Ids of the exercises that a piece of work is about.
 */
export function longestFirst<Work>(
  { exercises, limits }: Pick<Manifest, "exercises" | "limits">,
  work: readonly Work[],
  exercisesOf: (one: Work) => readonly string[],
): Work[] {
  const times = new Map(exercises.map(({ id, caseTimeMs = limits.caseTimeMs }) => [id, caseTimeMs]));
  const mostTimeMs = (one: Work): number => Math.max(0, ...exercisesOf(one).map((id) => times.get(id) ?? 0));
  return work.toSorted((one, other) => mostTimeMs(other) - mostTimeMs(one));
}
