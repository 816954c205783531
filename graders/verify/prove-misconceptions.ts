import pLimit from "p-limit";
import type { Misconception } from "../../reference/misconceptions/misconception.ts";
import { readMisconceptions } from "../../reference/misconceptions/read-misconceptions.ts";
import type { CaseReport, ExerciseReport } from "../../reports/report/report.ts";
import type { Check, Findings, Table } from "../../reports/report/verification.ts";
import { readTokens } from "../source/scan-tokens.ts";
import { type GradeOrRecall, keptReports } from "./mistakes/kept-reports.ts";
import { checkOf, type OnProgress } from "./subject/check.ts";
import { bundleSolution, longestFirst, openSession, type Subject } from "./subject/subject.ts";

const leastPerExercise = 3;

/** A misconception and the result of its submission. */
type Tried = { readonly misconception: Misconception; readonly report: ExerciseReport | undefined };

/**
 * Proves that every misconception, handed in like any submission, fails on the hidden cases alone, and is diagnosed as
 * itself and nothing else.
 */
export async function proveMisconceptions(subject: Subject, onProgress: OnProgress): Promise<Findings> {
  const misconceptions = await readMisconceptions(subject.misconceptionsFile);
  const { exercises } = subject.assignment.manifest;
  const known = misconceptions.filter(({ exercise }) => exercises.some(({ id }) => id === exercise));
  const tried = await tryAll(subject, known, (done) => onProgress(done, misconceptions.length));
  const failed = tried.filter(({ report }) => killedBy(report, "hidden")).length;
  return {
    summary: `${failed} of ${misconceptions.length} fail by hidden cases alone`,
    checks: [
      ...listChecks(
        misconceptions,
        exercises.map(({ id }) => id),
      ),
      ...tried.map(toCheck),
    ],
    table: toTable(
      exercises.map(({ id }) => id),
      tried,
    ),
  };
}

async function tryAll(
  subject: Subject,
  misconceptions: readonly Misconception[],
  onTried: (done: number) => void,
): Promise<Tried[]> {
  const { manifest } = subject.assignment;
  await using session = await openSession(subject, { exercises: manifest.exercises.map(({ id }) => id) });
  const grade = await keptReports(subject, session);
  const limit = pLimit(2 * subject.workers);
  const reports = new Map<Misconception, ExerciseReport | undefined>();
  const grading = longestFirst(manifest, misconceptions, ({ exercise }) => [exercise]).map((misconception) =>
    limit(async () => {
      reports.set(misconception, await gradeMisconception(subject, grade, misconception));
      onTried(reports.size);
    }),
  );
  await Promise.all(grading);
  return misconceptions.map((misconception) => ({ misconception, report: reports.get(misconception) }));
}

async function gradeMisconception(
  { misconceptionsFile }: Subject,
  grade: GradeOrRecall,
  { id, exercise }: Misconception,
): Promise<ExerciseReport | undefined> {
  const text = [
    `import { misconceptions } from ${JSON.stringify(misconceptionsFile)};`,
    `export const ${exercise} = misconceptions.find(({ id }) => id === ${JSON.stringify(id)}).implementation;`,
  ].join("\n");
  const files = await bundleSolution({ text, beside: misconceptionsFile }, id);
  const report = await grade(files, id, exercise);
  if (report.status !== "graded") throw new Error(`Cannot grade misconception "${id}": ${report.message ?? ""}`);
  return report.exercises.find((found) => found.id === exercise);
}

function listChecks(misconceptions: readonly Misconception[], exercises: readonly string[]): Check[] {
  const few = exercises.flatMap((exercise) => {
    const count = misconceptions.filter((misconception) => misconception.exercise === exercise).length;
    return count >= leastPerExercise ? [] : [`${exercise} has ${count}, must have at least ${leastPerExercise}`];
  });
  const ids = misconceptions.map(({ id }) => id);
  const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `${id} appears twice`);
  const stray = misconceptions
    .filter(({ exercise }) => !exercises.includes(exercise))
    .map(({ id, exercise }) => `${id} is about ${exercise}, which is no exercise`);
  const unreadable = misconceptions.flatMap(({ id, looksAt = [] }) =>
    looksAt
      .filter((piece) => readTokens(piece).next().done === true)
      .map((piece) => `${id} looks at ${JSON.stringify(piece)}, which is no code`),
  );
  return [checkOf("catalogue", [...few, ...twice, ...stray, ...unreadable])];
}

function toCheck({ misconception: { id, exercise }, report }: Tried): Check {
  const details: string[] = [];
  if (report === undefined || report.status === "passed") details.push("it passes");
  else if (!killedBy(report, "hidden")) details.push("it passes every hidden case");
  const named = report?.misconceptions ?? [];
  if (named.length !== 1 || named[0] !== id) details.push(`it is diagnosed as ${named.join(", ") || "nothing"}`);
  return checkOf(`${exercise}/${id}`, details);
}

function killedBy(report: ExerciseReport | undefined, visibility: CaseReport["visibility"]): boolean {
  return report?.cases.some((found) => found.visibility === visibility && found.outcome !== "passed") ?? false;
}

function toTable(exercises: readonly string[], tried: readonly Tried[]): Table {
  return {
    columns: ["exercise", "misconceptions", "killed, hidden cases", "killed, visible cases", "diagnosed"],
    rows: exercises.map((exercise) => {
      const own = tried.filter(({ misconception }) => misconception.exercise === exercise);
      const rate = (test: (one: Tried) => boolean): string => percent(own.filter(test).length, own.length);
      return [
        exercise,
        own.length,
        rate(({ report }) => killedBy(report, "hidden")),
        rate(({ report }) => killedBy(report, "visible")),
        rate(({ report, misconception: { id } }) => report?.misconceptions.join() === id),
      ];
    }),
  };
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? "none" : `${((100 * part) / whole).toFixed(part === whole ? 0 : 1)} %`;
