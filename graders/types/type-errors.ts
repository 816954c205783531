import type { TypeErrors } from "../../reports/report/report.ts";
import { openSubmission, type SubmissionFiles } from "../../sandbox/bundle/open-submission.ts";
import { SubmissionError } from "../../sandbox/bundle/submission-error.ts";
import { CompilerRun, type Diagnostic, type Project } from "./compiler-run.ts";
import { checkFile } from "./contract-check.ts";
import { describeErrors } from "./describe-errors.ts";
import { type CompilerFiles, findCompiler } from "./find-compiler.ts";
import { sourceClosure } from "./source-closure.ts";
import { type PlacedSubmission, type TypedAssignment, TypeRoom } from "./type-room.ts";

/** What the compiler may compute for all and for each, milliseconds. */
export const openMs = 10_000;
const openEachMs = 100;
const checkEachMs = 3000;

/** What the compiler is asked with. */
export type TypeErrorsOptions = {
  /** Largest size of a submission's source, bytes. */
  readonly sourceBytes: number;
  /** Default the one of the package `typescript`; null stands for none. */
  readonly compiler?: CompilerFiles | null;
};

/**
 * What TypeScript finds wrong with the types of submissions, and with those of their functions against the contract. One run of the
 * compiler looks at all of them; only where one submission brings it down, another goes on with the rest.
 * @param submissions Read one after the other; what cannot be read has no type errors, for grading says what is wrong with it.
 * @returns For each submission, in order; undefined where there is nothing to look at.
 */
export async function typeErrors(
  submissions: readonly (() => Promise<SubmissionFiles> | SubmissionFiles)[],
  assignment: TypedAssignment,
  { sourceBytes, compiler = findCompiler() ?? null }: TypeErrorsOptions,
): Promise<readonly (TypeErrors | undefined)[]> {
  if (compiler === null) return submissions.map(() => ({ errors: [], unchecked: "no-compiler" }));
  await using room = await TypeRoom.open(assignment, compiler.libraries);
  const placed: (PlacedSubmission | undefined)[] = [];
  for (const read of submissions) {
    const texts = sourceOf(await read(), sourceBytes);
    placed.push(texts && (await room.place(texts)));
  }
  const found = new Map<PlacedSubmission, TypeErrors>();
  const tell = (one: PlacedSubmission, diagnostics: readonly Diagnostic[] | undefined): void => {
    found.set(one, diagnostics === undefined ? unfinished : describeErrors(one, diagnostics, room, assignment));
  };
  await check(
    room,
    compiler,
    placed.filter((one) => one !== undefined),
    tell,
  );
  return placed.map((one) => one && found.get(one));
}

/** The compiler did not come to an end. */
export const unfinished: TypeErrors = { errors: [], unchecked: "unfinished" };

/** What there is to look at of a submission; undefined where there is nothing. */
export function sourceOf(files: SubmissionFiles, sourceBytes: number): ReadonlyMap<string, string> | undefined {
  try {
    const texts = sourceClosure(openSubmission(files, sourceBytes));
    return texts.size === 0 ? undefined : texts;
  } catch (error) {
    if (error instanceof SubmissionError) return undefined;
    throw error;
  }
}

/** @param tell Called for each submission; without diagnostics where the compiler did not come to an end with it. */
async function check(
  room: TypeRoom,
  compiler: CompilerFiles,
  submissions: readonly PlacedSubmission[],
  tell: (submission: PlacedSubmission, diagnostics: readonly Diagnostic[] | undefined) => void,
): Promise<void> {
  let left = submissions;
  while (left.length > 0) {
    await using run = new CompilerRun(compiler, room.path, room.mayRead);
    const projects = await openProjects(room, run, left).catch(() => undefined);
    if (projects === undefined) {
      // One of them is more than it can read.
      const [only, ...others] = left;
      if (only !== undefined && others.length === 0) return tell(only, undefined);
      const half = Math.ceil(left.length / 2);
      await check(room, compiler, left.slice(0, half), tell);
      left = left.slice(half);
      continue;
    }
    left = await checkEach(run, left, projects, tell);
  }
}

/** @returns Those that have not had their turn when one brought the compiler down. */
async function checkEach(
  run: CompilerRun,
  submissions: readonly PlacedSubmission[],
  projects: ReadonlyMap<PlacedSubmission, Project>,
  tell: (submission: PlacedSubmission, diagnostics: readonly Diagnostic[] | undefined) => void,
): Promise<readonly PlacedSubmission[]> {
  for (const [at, one] of submissions.entries()) {
    const project = projects.get(one);
    const diagnostics = project && (await diagnose(run, project, one));
    tell(one, diagnostics);
    if (diagnostics === undefined) return submissions.slice(at + 1);
  }
  return [];
}

/** @returns undefined where the compiler did not come to an end with it. */
export function diagnose(
  run: CompilerRun,
  project: Project,
  { texts, folder }: PlacedSubmission,
): Promise<readonly Diagnostic[] | undefined> {
  const files = [...texts.keys(), checkFile].map((path) => `${folder}/${path}`);
  const asked = files.filter((file) => project.files.has(file));
  return run.diagnose(project, asked, checkEachMs).catch(() => undefined);
}

/** One project for all, and one for each of those that might change the types of others. */
async function openProjects(
  room: TypeRoom,
  run: CompilerRun,
  submissions: readonly PlacedSubmission[],
): Promise<ReadonlyMap<PlacedSubmission, Project>> {
  const together = submissions.filter((one) => !one.isApart);
  const apart = submissions.filter((one) => one.isApart).map((one) => [one]);
  const groups = [...(together.length > 0 ? [together] : []), ...apart];
  const configs = await Promise.all(groups.map((group) => room.configure(group)));
  const projects = await run.open(configs, openMs + openEachMs * submissions.length);
  const byGroup = groups.flatMap((group, i) => group.map((one) => [one, projects[i]] as const));
  return new Map(byGroup.flatMap(([one, project]) => (project === undefined ? [] : [[one, project] as const])));
}
