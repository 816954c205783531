import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { Value } from "../../assignments/values/value.ts";
import { quantity } from "../../reports/phrasing/text/sentence.ts";
import type { Report } from "../../reports/report/report.ts";
import type { Check, Findings } from "../../reports/report/verification.ts";
import { gradeClass, type Submission, submissionAt } from "../session/grade-class.ts";
import { LocalQueue } from "../session/local-queue.ts";
import { submissionName } from "../session/submission-name.ts";
import { byteProblems, verdictProblems } from "./determinism/compare-reports.ts";
import { shareOut } from "./determinism/share-out.ts";
import { checkOf, type OnProgress } from "./subject/check.ts";
import { bundleSolution, openSession, type SessionChoice, type Subject, verifySeeds } from "./subject/subject.ts";

/**
 * Proves that grading gives the same bytes whatever the worker, the order and the company, and that another seed gives other hidden cases
 * and the same verdicts. The reference, the starter and the examples are graded once, then each once more: some after each other in the
 * opposite order, the rest with another seed, and every kind of outcome in both ways.
 * @param submissions By default the three above.
 */
export async function proveDeterminism(
  subject: Subject,
  onProgress: OnProgress,
  submissions?: readonly Submission[],
): Promise<Findings> {
  const all = submissions ?? (await ownSubmissions(subject));
  let done = 0;
  let total = 2 * all.length;
  const grade = (workers: number, choice: SessionChoice, places: readonly number[]) =>
    gradeAll({ ...subject, workers }, choice, all, places, () => onProgress(++done, total));
  const first = await grade(subject.workers, { attempt: "first" }, [...all.keys()]);
  const { again, otherSeed } = shareOut(all.map((_, place) => first.get(place)));
  total = all.length + again.length + otherSeed.length;
  const half = Math.ceil(subject.workers / 2);
  const [repeated, varied] = await Promise.all([
    // Never from memory: what was told before is compared with what is told now.
    grade(half, { attempt: "none" }, again.toReversed()),
    grade(half, { attempt: "first", seed: verifySeeds.other }, otherSeed),
  ]);
  const nameOf = (place: number): string => all[place]?.name ?? "";
  return {
    summary: `${quantity(all.length, "submission")} graded, ${again.length} again, ${otherSeed.length} with another seed`,
    checks: [
      ...again.map((at) => checkOf(`again/${nameOf(at)}`, byteProblems(first.get(at), repeated.get(at)))),
      ...otherSeed.map((at) => checkOf(`other-seed/${nameOf(at)}`, verdictProblems(first.get(at), varied.get(at)))),
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

/**
 * Each run has its own session: what one leaves behind must not make another agree with it.
 * @param places Of those to grade, in the order in which they are graded.
 * @returns By place.
 */
async function gradeAll(
  subject: Subject,
  choice: SessionChoice,
  submissions: readonly Submission[],
  places: readonly number[],
  onGraded: () => void,
): Promise<ReadonlyMap<number, Report>> {
  await using session = await openSession(subject, choice);
  const reports = new Map<number, Report>();
  const chosen = places.flatMap((place) => submissions[place] ?? []);
  await gradeClass(new LocalQueue(session, 2 * subject.workers), chosen, async ({ report }, i) => {
    reports.set(places[i] ?? i, report);
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
