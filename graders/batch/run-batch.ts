import { appendFile, readFile, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import pLimit from "p-limit";
import type { Manifest } from "../../assignments/manifest.ts";
import { openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import type { ClassResult, StudentResult } from "../../reports/class/class-result.ts";
import { renderDashboard } from "../../reports/class/render-dashboard.ts";
import { renderTimes } from "../../reports/class/render-times.ts";
import { ExportError } from "../../reports/exports/export-error.ts";
import { jsonText } from "../../reports/json-text.ts";
import type { Report } from "../../reports/report.ts";
import { printable } from "../../reports/words/printable.ts";
import type { GradingSession } from "../grading-session.ts";
import { chooseAttempt } from "../intake/choose-attempt.ts";
import type { Intake, RosterEntry } from "../intake/hand-in.ts";
import { pageNames } from "../page-names.ts";
import { writeWhole } from "../write-whole.ts";
import { type BatchFolder, type BatchSettings, classFile, manifestFile, removeOthers } from "./batch-folder.ts";
import { ContentGrader } from "./content-grader.ts";
import { type ClassFile, gradebookFile, type StudentFile } from "./exports.ts";
import { finalMark } from "./final-mark.ts";
import { Journal } from "./journal.ts";
import type { LatePolicy } from "./late-policy.ts";
import { type Override, overridesByStudent } from "./overrides.ts";
import { readOverrides } from "./read-overrides.ts";
import { readTimes, type TimeLine } from "./read-times.ts";
import { type GradedStudent, StudentGrader } from "./student-grader.ts";
import { similarityPage, writeSimilarity } from "./write-similarity.ts";

/** What a batch works with. */
export type Batch = {
  readonly session: GradingSession;
  readonly intake: Intake;
  readonly settings: BatchSettings;
  readonly folder: BatchFolder;
  readonly policy: LatePolicy | undefined;
  /** By student. */
  readonly overrides: ReadonlyMap<string, readonly Override[]>;
  /** Submissions under way at once. */
  readonly inFlight: number;
  /** Version of gradecheck. */
  readonly graderVersion: string;
  /** Only these students are graded; the others are taken from the journal where it has them. Default all. */
  readonly isChosen?: (student: string) => boolean;
  /** Whether to grade something again that the journal has. Default never. */
  readonly again?: (student: string, before: Report) => boolean;
  readonly exports: readonly ClassFile[];
  readonly studentFiles: readonly StudentFile[];
  /** Compare the submissions with each other too. */
  readonly similarity: boolean;
  readonly onGraded: (graded: GradedStudent) => void;
};

/** What came of a batch. */
export type BatchOutcome = {
  readonly result: ClassResult;
  /** What an importer would drop or change, and exports that it would refuse and that were not written. */
  readonly warnings: readonly string[];
  readonly refused: readonly string[];
};

/**
 * Grades a class into a folder: journal, pages, dashboard, gradebooks. Run again, after whatever end, it goes on where it was and
 * gives the same files.
 * @throws the system's error where something cannot be written; what is graded by then is kept.
 */
export async function runBatch(batch: Batch): Promise<BatchOutcome> {
  const { session, intake, settings, folder, overrides } = batch;
  const exercises = exercisesOf(session.manifest, settings.exercises);
  const stage = openTemporaryFolder("batch");
  try {
    const grader = new StudentGrader({
      grader: new ContentGrader(
        session,
        new Journal(folder.results, session.basisHash(batch.graderVersion)),
        stage.path,
      ),
      folder,
      exercises,
      policy: batch.policy,
      overrides,
      roster: intake.roster,
      again: batch.again ?? (() => false),
      isChosen: batch.isChosen ?? (() => true),
      files: batch.studentFiles,
    });
    const { results, skipped } = await gradeStudents(batch, grader);
    const missing = intake.missing.map((entry) => missingResult(entry, exercises, overrides.get(entry.id) ?? []));
    const result: ClassResult = {
      assignment: session.manifest.id,
      assignmentTitle: session.manifest.title,
      assignmentVersion: session.version,
      maxScore: exercises.reduce((sum, { maxScore }) => sum + maxScore, 0),
      exercises,
      students: [...results, ...missing].sort((a, b) => (a.student < b.student ? -1 : 1)),
      unmatched: [...intake.unmatched, ...skipped].sort((a, b) => (a.path < b.path ? -1 : 1)),
    };
    if (batch.similarity) await writeSimilarity(folder, result, intake.handIns);
    return { result, ...(await writeClass(batch, result)) };
  } finally {
    await stage[Symbol.asyncDispose]();
  }
}

function exercisesOf({ exercises }: Manifest, wanted: readonly string[] | undefined): ClassResult["exercises"] {
  return exercises
    .filter(({ id }) => wanted?.includes(id) ?? true)
    .map(({ id, title, points }) => ({ id, title, maxScore: points }));
}

/**
 * Marks changed by hand, by student.
 * @throws RangeError where the file is missing or makes no sense: before anything is graded.
 */
export async function overridesOf(
  settings: Pick<BatchSettings, "overrides" | "exercises">,
  { handIns, roster }: Intake,
  manifest: Manifest,
): Promise<ReturnType<typeof overridesByStudent>> {
  const file = settings.overrides;
  if (file === undefined) return new Map();
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
    const why = cause.code === "ENOENT" ? "there is no such file" : (cause.code ?? cause.message);
    throw new RangeError(printable(`Cannot read overrides "${file}": ${why}`), { cause });
  });
  const exercises = exercisesOf(manifest, settings.exercises);
  const students = new Set([...handIns.map(({ student }) => student), ...roster.keys()]);
  const maxScore = exercises.reduce((sum, exercise) => sum + exercise.maxScore, 0);
  return overridesByStudent(readOverrides(bytes, file, { exercises, maxScore, students }));
}

type Graded = { readonly results: readonly StudentResult[]; readonly skipped: ClassResult["unmatched"] };

async function gradeStudents(batch: Batch, grader: StudentGrader): Promise<Graded> {
  const { intake, settings, folder } = batch;
  const all = Map.groupBy(intake.handIns, ({ student }) => student);
  const students = [...all.keys()].sort();
  const pages = pageNames(students);
  const limit = pLimit(batch.inFlight);
  const results: StudentResult[] = [];
  const skipped: { path: string; reason: string }[] = [];
  const work = students.map((student, i) =>
    limit(async () => {
      const attempts = all.get(student) ?? [];
      const competing = settings.attempt === "best" ? attempts : chooseAttempt(attempts, settings.attempt);
      const graded = await grader.grade(competing, pages[i] ?? String(i), attempts.length);
      if (graded === undefined) {
        skipped.push(
          ...attempts.map(({ shownPath }) => ({
            path: shownPath,
            reason: "it was not chosen, and has not been graded before",
          })),
        );
        return;
      }
      results.push(graded.result);
      batch.onGraded(graded);
      await logTimes(folder, graded);
    }),
  );
  try {
    await Promise.all(work);
  } catch (error) {
    // Nobody else begins.
    limit.clearQueue();
    throw error;
  }
  return { results, skipped };
}

/** Times are no part of the results, which are the same each time: they lie in a file of their own, in the order of grading. */
async function logTimes({ path }: BatchFolder, { result, attempts }: GradedStudent): Promise<void> {
  const seconds = attempts.reduce((sum, attempt) => sum + attempt.seconds, 0);
  if (seconds === 0) return;
  const line: TimeLine = { student: result.student, seconds: Number(seconds.toFixed(4)) };
  await appendFile(join(path, timesFile), `${jsonText(line)}\n`);
}

const timesFile = "times.jsonl";
const timesPage = "times.html";

function missingResult(
  { id, name, email, section }: RosterEntry,
  exercises: ClassResult["exercises"],
  overrides: readonly Override[],
): StudentResult {
  return {
    student: id,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(section !== undefined && { section }),
    status: "missing",
    ...finalMark({
      summary: undefined,
      exercises,
      policy: undefined,
      entry: undefined,
      submittedAt: undefined,
      overrides,
    }),
  };
}

/** A line for each student: of ten thousand, no text but their own is in memory at once. */
function* classText({ students, ...rest }: ClassResult): Generator<string> {
  yield `${jsonText(rest).slice(0, -1)},"students":[`;
  for (const [i, student] of students.entries()) yield `${i === 0 ? "" : ","}\n${jsonText(student)}`;
  yield "\n]}\n";
}

async function writeClass(
  { session, folder, settings, exports, similarity }: Batch,
  result: ClassResult,
): Promise<Pick<BatchOutcome, "warnings" | "refused">> {
  const pages = result.students.flatMap(({ page }) => (page === undefined ? [] : [basename(page, ".html")]));
  const keep = new Set(pages.flatMap((page) => [`${page}.html`, `${page}.json`]));
  for (const inner of [folder.students, folder.feedback]) await removeOthers(inner, keep);
  await writeWhole(join(folder.path, manifestFile), `${jsonText(session.manifest, 2)}\n`);
  await writeWhole(join(folder.path, classFile), classText(result));
  const seconds = await readTimes(join(folder.path, timesFile));
  await writeWhole(join(folder.path, timesPage), renderTimes(result, seconds));
  const { passShare } = settings;
  const links = [
    { path: gradebookFile, text: "Gradebook" },
    { path: timesPage, text: "Times of grading" },
    ...(similarity ? [{ path: similarityPage, text: "Similarities" }] : []),
  ];
  await writeWhole(
    join(folder.path, "index.html"),
    await renderDashboard(result, { links, ...(passShare !== undefined && { passShare }) }),
  );
  const warnings: string[] = [];
  const refused: string[] = [];
  for (const { file, make } of exports) {
    try {
      const made = make(result);
      warnings.push(...made.warnings);
      await writeWhole(join(folder.path, file), made.text);
    } catch (error) {
      if (!(error instanceof ExportError)) throw error;
      // An older one would be taken for this class's.
      await rm(join(folder.path, file), { force: true });
      refused.push(error.message);
    }
  }
  return { warnings, refused };
}
