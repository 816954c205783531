import { OutcomesProcess } from "../../reference/misconceptions/outcomes-process.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import type { CaseReport, ExerciseReport } from "../../reports/report/report.ts";
import { gradeRun } from "../judge/grade-run.ts";
import { runOfVariant } from "../judge/run-of-variant.ts";
import { withInputs } from "../judge/with-inputs.ts";
import { prepare } from "./prepare.ts";

/** What a known mistake looks like. */
export type ShownMistake = {
  readonly assignmentTitle: string;
  /** What a check says of a function with this mistake. */
  readonly exercise: ExerciseReport;
};

/**
 * What a student who makes a known mistake is told: that of the visible cases, in the language that is being written.
 * @param mistake Its assignment, its exercise and its own id.
 * @param cacheDirectory Folder of all caches.
 * @throws as `prepare` does; RangeError where there is no such mistake.
 */
export async function showMistake(
  mistake: { readonly assignment: string; readonly exercise: string; readonly id: string },
  cacheDirectory: string,
): Promise<ShownMistake> {
  const { assignment, exercise: asked, id } = mistake;
  const { basis, manifest, outcomesOf } = await prepare({
    assignment,
    visibility: "visible",
    exercises: [asked],
    cacheDirectory,
  });
  await using apart = new OutcomesProcess();
  const known = (await outcomesOf(asked, apart)).filter((one) => one.id === id);
  const runs = basis.cases.flatMap((one) => {
    const outcome = known[0]?.outcomes.get(one.id);
    return outcome === undefined ? [] : [runOfVariant(one, outcome)];
  });
  const run = { loaded: true, exportNames: [asked], cases: runs } as const;
  const graded = await gradeRun(basis, { name: id, sha256: "" }, run, { outcomesOf: async () => known });
  const { exercises, assignmentTitle } = studentView(withInputs(graded, manifest.exercises, basis.cases, "failing"));
  const [exercise] = exercises;
  if (exercise === undefined || known.length === 0)
    throw new RangeError(`Cannot show "${id}": there is no such mistake`);
  return { assignmentTitle, exercise: { ...exercise, cases: exercise.cases.map(withoutWords) } };
}

/** Which error it throws, and which value that is none it returns, is up to who makes the mistake. */
const withoutWords = ({ error: _, badValue: __, ...rest }: CaseReport): CaseReport => rest;
