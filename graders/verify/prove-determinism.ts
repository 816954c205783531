import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { Value } from "../../assignments/values/value.ts";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { CaseReport, Report } from "../../reports/report/report.ts";
import type { Check, Findings } from "../../reports/report/verification.ts";
import { gradeClass, type Submission, submissionAt } from "../session/grade-class.ts";
import { LocalQueue } from "../session/local-queue.ts";
import { submissionName } from "../session/submission-name.ts";
import { checkOf, type OnProgress } from "./subject/check.ts";
import { bundleSolution, openSession, type Subject, verifySeeds } from "./subject/subject.ts";

/**
 * Proves that grading the reference, the starter and the examples twice gives the same bytes, and that another seed
 * gives other hidden cases and the same verdicts.
 * @param submissions By default the three above.
 */
export async function proveDeterminism(
  subject: Subject,
  onProgress: OnProgress,
  submissions?: readonly Submission[],
): Promise<Findings> {
  const all = submissions ?? (await ownSubmissions(subject));
  let done = 0;
  const grade = (seed: number, attempt: string): Promise<Report[]> =>
    gradeAll(subject, { seed, attempt }, all, () => {
      done += 1;
      onProgress(done, 3 * all.length);
    });
  // In parallel: an example that runs into its time limits takes most of the time and must not delay the others.
  const [first, again, other] = await Promise.all([
    grade(verifySeeds.first, "first"),
    grade(verifySeeds.first, "again"),
    grade(verifySeeds.other, "first"),
  ]);
  return {
    summary: `${quantity(all.length, "submission")} graded three times`,
    checks: [
      ...all.map(({ name }, i) => checkOf(`again/${name}`, byteProblems(first[i], again[i]))),
      ...all.map(({ name }, i) => checkOf(`other-seed/${name}`, verdictProblems(first[i], other[i]))),
      ...caseChecks(subject),
    ],
  };
}

async function ownSubmissions({ assignment, referenceFile }: Subject): Promise<Submission[]> {
  const { directory } = assignment;
  const text = await readFile(referenceFile, "utf8");
  const examples = await readdir(join(directory, "examples")).catch(() => []);
  const files = examples.filter((name) => !name.endsWith(".md")).map((name) => join(directory, "examples", name));
  return [
    { name: "reference", read: () => bundleSolution({ text, beside: referenceFile }, "reference") },
    ...[join(directory, "starter.ts"), ...files.sort()].map((path) => submissionAt(path, submissionName(path))),
  ];
}

/** Each run has its own session: what one leaves behind must not make another agree with it. */
async function gradeAll(
  subject: Subject,
  choice: { readonly seed: number; readonly attempt: string },
  submissions: readonly Submission[],
  onGraded: () => void,
): Promise<Report[]> {
  const workers = Math.ceil(subject.workers / 2);
  await using session = await openSession({ ...subject, workers }, choice);
  const reports: Report[] = [];
  await gradeClass(new LocalQueue(session, 2 * workers), submissions, async ({ report }, i) => {
    reports[i] = report;
    onGraded();
  });
  return reports;
}

/** Some hidden cases contain nothing random (a label and a number of classes); it is an error only if none changes. */
function caseChecks({ assignment, secret }: Subject): Check[] {
  const [first, other] = [verifySeeds.first, verifySeeds.other].map((seed) =>
    generateCases(assignment, { visibility: "all", seed, secret }),
  );
  return assignment.manifest.exercises.map(({ id, cases }) => {
    const own = (first ?? []).flatMap((testCase, i) => {
      const args = other?.[i]?.args ?? [];
      const same = Buffer.compare(encoded(testCase.args), encoded(args)) === 0;
      return testCase.exercise === id ? [{ ...testCase, same }] : [];
    });
    const hidden = own.filter(({ visibility }) => visibility === "hidden");
    const visibleChanged = own.filter(({ visibility, same }) => visibility === "visible" && !same);
    const stuck = cases.hidden > 0 && hidden.every(({ same }) => same);
    return checkOf(`cases/${id}`, [
      ...(stuck ? ["the hidden cases are the same under another seed"] : []),
      ...visibleChanged.map((testCase) => `${testCase.id} is visible and changes with the seed`),
    ]);
  });
}

const encoded = (args: readonly Value[]): Uint8Array => encodeValue({ kind: "list", items: args });

/**
 * Where two reports of the same submission differ: they must be the same to the byte.
 * @returns One line with the fields and exercises; none where they are equal.
 */
export function byteProblems(one: Report | undefined, two: Report | undefined): string[] {
  if (one === undefined || two === undefined) return ["it was not graded twice"];
  const [first, again] = [foldLimits(one), foldLimits(two)];
  if (JSON.stringify(first) === JSON.stringify(again)) return [];
  const same = (left: unknown, right: unknown): boolean => JSON.stringify(left) === JSON.stringify(right);
  const fields = Object.entries(first).filter(([name, value]) => !same(value, again[name as keyof Report]));
  const exercises = first.exercises.filter((exercise, i) => !same(exercise, again.exercises[i]));
  const places = [...fields.map(([name]) => name), ...exercises.map(({ id }) => id)];
  return [`the second report differs in ${places.join(", ")}`];
}

/**
 * Which limit a loop that fills the memory reaches first, time or memory, depends on the machine: here the two count as
 * one. Everything else must be identical.
 */
function foldLimits(report: Report): Report {
  const exercises = report.exercises.map((exercise) => {
    if (!exercise.cases.some(hitLimit)) return exercise;
    const cases = exercise.cases.map((found) => {
      if (!hitLimit(found)) return found;
      const { limit: _, ...rest } = found;
      return { ...rest, outcome: "timeout" as const };
    });
    return { ...exercise, cases, summary: "" };
  });
  return { ...report, exercises };
}

const hitLimit = ({ outcome }: CaseReport): boolean => outcome === "timeout" || outcome === "memory";

/**
 * Where the verdicts of two reports of the same submission differ, with hidden cases from different seeds: the status,
 * and status and misconceptions of each exercise.
 * @returns One line per exercise; none where they agree.
 */
export function verdictProblems(first: Report | undefined, other: Report | undefined): string[] {
  if (first === undefined || first.status !== other?.status) return [`${first?.status} becomes ${other?.status}`];
  return first.exercises.flatMap(({ id, status, misconceptions }, i) => {
    const found = other.exercises[i];
    if (status !== found?.status) return [`${id} is ${status}, with the other seed ${found?.status}`];
    const [named, others] = [misconceptions.join(", ") || "nothing", found.misconceptions.join(", ") || "nothing"];
    return named === others ? [] : [`${id} is diagnosed as ${named}, with the other seed as ${others}`];
  });
}
