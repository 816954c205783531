import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { drawCandidates, sizeOf } from "../../graders/counterexample/candidates.ts";
import { GradingSession } from "../../graders/session/grading-session.ts";
import { openRunMemory } from "../../graders/session/run-memory.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import type { ExerciseReport, Report } from "../../reports/report/report.ts";
import { readSubmission } from "../../sandbox/bundle/read-submission.ts";

/**
 * A wrong submission by an author who knew handouts, starters and contracts, and none of the misconceptions: right but for one mistake.
 * Those of `fresh` came last, and nothing was changed for them afterwards.
 */
export type UnseenMistake = {
  readonly id: string;
  readonly assignment: string;
  readonly set: "first" | "fresh";
  /** Functions that are wrong. */
  readonly exercises: readonly string[];
  readonly mistake: string;
  /** Lines that the mistake is in, from 1. */
  readonly lines: readonly number[];
  /**
   * What a reader of the student's page found: the mistake is named, or its exact place is shown; only what it does is said, or in which
   * corner; or nothing but that values are wrong.
   */
  readonly read: "mistake-or-place" | "symptom" | "values";
  readonly told: Told;
};

/** What a student is told of the functions that are wrong. */
export type Told = {
  /** The first sentence of each. */
  readonly first: readonly string[];
  /** Ids of the misconceptions, those that are only possible with a question mark. */
  readonly named: readonly string[];
  /** Whether a line of the mistake is marked. */
  readonly atLine: boolean;
  /** Whether nothing fails but hidden cases. */
  readonly hiddenOnly: boolean;
  /** Numbers among the inputs of the counterexample, where there is one. */
  readonly counterexample?: number;
};

const folder = new URL("../fixtures/unseen/", import.meta.url);

export const readMistakes = async (): Promise<readonly UnseenMistake[]> =>
  JSON.parse(await readFile(new URL("index.json", folder), "utf8"));

/** A session that grades as after handing in. */
export async function openUnseen(assignment: string): Promise<GradingSession> {
  const cacheDirectory = userDirectory("cache", process.env);
  return GradingSession.open({
    assignment,
    visibility: "all",
    secret: "the tests' own secret",
    workers: 1,
    counterexamples: true,
    cacheDirectory,
    memory: await openRunMemory("unseen", cacheDirectory),
  });
}

/** Grades a wrong submission. @returns Its report, as the student gets it. */
export async function gradeUnseen(session: GradingSession, mistake: UnseenMistake): Promise<Report> {
  const file = fileURLToPath(new URL(`${mistake.assignment}/${mistake.id}.ts`, folder));
  return studentView(await session.grade(await readSubmission(file), { name: mistake.id }));
}

export async function toldOf(report: Report, { assignment, exercises, lines }: UnseenMistake): Promise<Told> {
  const wrong = report.exercises.filter(({ id }) => exercises.includes(id));
  const failed = wrong.flatMap(({ cases }) => cases.filter(({ outcome }) => outcome !== "passed"));
  const named = wrong.flatMap(({ visibleDiagnoses = [], diagnoses = visibleDiagnoses }) =>
    diagnoses.map(({ id, isPossible }) => `${id}${isPossible ? "?" : ""}`),
  );
  const [found] = wrong.flatMap(({ counterexample }) => counterexample ?? []);
  const candidates = found === undefined ? [] : drawCandidates(await openAssignment(assignment));
  const smallest = candidates.find(({ id, exercise }) => id === found?.case.id && exercises.includes(exercise));
  return {
    first: wrong.filter(({ status }) => status !== "passed").map(({ summary }) => summary),
    named: [...new Set(named)],
    atLine: wrong.flatMap(markedLines).some((line) => lines.includes(line)),
    hiddenOnly: failed.every(({ visibility }) => visibility === "hidden"),
    ...(smallest && { counterexample: sizeOf(smallest) }),
  };
}

/** Lines that are marked for what is wrong in them, not those beside them. */
function markedLines({ places = [], clues = [], cases, counterexample }: ExerciseReport): number[] {
  const certain = places.filter(({ certainty }) => certainty !== "function");
  const marks = [...certain, ...clues.flatMap(({ place }) => place ?? [])].flatMap((place) => place.marks);
  const shown = [...cases, ...(counterexample === undefined ? [] : [counterexample.case])];
  return [
    ...marks.map(({ line }) => line),
    ...shown.flatMap(({ error }) => (error?.excerpt ? (error.line ?? []) : [])),
  ];
}
