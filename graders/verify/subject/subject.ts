import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { type Assignment, openAssignment } from "../../../assignments/catalog/catalog.ts";
import { referenceFolder } from "../../../assignments/catalog/course.ts";
import type { Manifest } from "../../../assignments/catalog/manifest.ts";
import { alsoRightName, misconceptionsFileOf } from "../../../reference/misconceptions/misconception-sources.ts";
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
  /** Absolute path of the record of mutants that are equivalent to the reference. */
  readonly equivalentMutantsFile: string;
  /** Absolute path of the folder with other right solutions, handed in as they are. */
  readonly alsoRightFolder: string;
  /** The same of variants of its calls. */
  readonly equivalentVariantsFile: string;
  /** Absolute path of the record of misconceptions whose cost depends on the secret. */
  readonly scoreSpreadsFile: string;
  readonly seed: number;
  /** Hidden cases under proof derive from this secret, the same on every machine. */
  readonly secret: string;
  /** Folder of all caches. */
  readonly cacheDirectory: string;
  /** Worker processes. */
  readonly workers: number;
};

/** Not a course's secret: a proof must not depend on a secret that the machine may not have. */
export const verifySecret = "the cases that gradecheck verify proves are no secret";

/** The seed of the cases under proof, and another one to make them again. */
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
    alsoRightFolder: join(referenceFolder(id), alsoRightName),
    equivalentVariantsFile: join(referenceFolder(id), "equivalent-variants.json"),
    scoreSpreadsFile: join(referenceFolder(id), "score-spreads.json"),
    seed: verifySeeds.first,
    secret: verifySecret,
    ...options,
  };
}

/** Which cases the session of a proof grades, if not all of them. */
export type SessionChoice = Partial<Pick<SessionOptions, "exercises" | "seed">> & {
  /** Names the runs that are cached together; `none` caches nothing. Default `first`. */
  readonly attempt?: string;
};

/** Opens a session on the cases of the assignment under proof, by default all of them. */
export async function openSession(
  subject: Subject,
  { attempt = "first", ...choice }: SessionChoice = {},
): Promise<GradingSession> {
  const { assignment, seed, secret, workers, cacheDirectory } = subject;
  const memory = attempt === "none" ? undefined : await openRunMemory(attempt, cacheDirectory);
  const options = { visibility: "all", seed, secret, workers, cacheDirectory, memory, outcomesApart: true } as const;
  return GradingSession.open({ assignment: assignment.manifest.id, ...options, ...choice });
}

/** One of our modules, to be handed in like a student's submission. */
export type SolutionSource = {
  /** Text of the module, TypeScript. */
  readonly text: string;
  /** Absolute path of a file from which its relative imports are resolved. */
  readonly beside: string;
};

/** A single file, whose bytes are at hand. */
type SolutionFile = SubmissionFiles & { readonly bytes: Uint8Array };

/**
 * One of our modules as a submission: a single file that imports only what a submission may import.
 * @param name Beginning of the file's name.
 */
export async function bundleSolution(source: SolutionSource, name: string): Promise<SolutionFile> {
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
  // The same source has the same name each time: caches find a submission by both.
  const hash = createHash("sha256").update(text).digest("hex").slice(0, 16);
  return { name: `${name}-${hash}.js`, bytes: Buffer.from(text) };
}

/**
 * Work on some exercises, ordered by how long it may take, longest first, so that no processor waits for a long one at
 * the end.
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
