import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../assignments/catalog/course.ts";
import type { Exercise, Manifest } from "../../assignments/catalog/manifest.ts";
import { compareAttempts } from "../../graders/class/progress/compare-attempts.ts";
import { earlierAttempt } from "../../graders/class/progress/earlier-attempt.ts";
import { withProgress } from "../../reports/phrasing/phrase-progress.ts";
import schema from "../../reports/report/report.schema.json" with { type: "json" };
import type { CaseReport, ExerciseReport, Report } from "../../reports/report/report.ts";
import { validateReport } from "../../reports/report/validate-report.ts";
import { fillSchema } from "../fixtures/fill-schema.ts";
import { studentArtefacts } from "./student-artefacts.ts";

type Outcome = CaseReport["outcome"];
type Status = ExerciseReport["status"];

/** What only hidden cases can tell: everything below that is not an outcome is made of it. */
type HiddenFacts = { readonly text: string; readonly number: number; readonly variant: number };

/** What may be seen: how each case ended, and what follows from that. */
type Course = {
  readonly status: Report["status"];
  readonly exercises: readonly {
    readonly status: Status;
    readonly score: number;
    readonly visible: readonly Outcome[];
    readonly hidden: readonly Outcome[];
    readonly named: boolean;
  }[];
};

const outcome = fc.constantFrom(...(schema.definitions.caseReport.properties.outcome.enum as Outcome[]));
const status = fc.constantFrom(...(schema.definitions.exerciseReport.properties.status.enum as Status[]));

const courseOf = ({ exercises }: Manifest): fc.Arbitrary<Course> =>
  fc.record({
    status: fc.constantFrom(...(schema.properties.status.enum as Report["status"][])),
    exercises: fc.tuple(...exercises.map((exercise) => exerciseOf(exercise))),
  });

const exerciseOf = ({ cases, points }: Exercise): fc.Arbitrary<Course["exercises"][number]> =>
  fc.record({
    status,
    score: fc.integer({ min: 0, max: points }),
    visible: fc.array(outcome, { minLength: cases.visible, maxLength: cases.visible }),
    hidden: fc.array(outcome, { minLength: cases.hidden, maxLength: cases.hidden }),
    named: fc.boolean(),
  });

// Letters alone, so that no escaping can hide them; a number of so many digits stands nowhere by chance.
const facts = fc.record({
  text: fc.string({ unit: fc.constantFrom(..."QXZJVK"), minLength: 8, maxLength: 30 }),
  number: fc.integer({ min: 100_000_000, max: 999_999_999 }),
  variant: fc.nat({ max: 50 }),
});

const filled = (definition: unknown, hidden: HiddenFacts): object => fillSchema(schema, definition, hidden) as object;
const plain: HiddenFacts = { text: "seen", number: 7, variant: 3 };

/** An instructor's report in which every field that hidden cases can decide is made of their facts. */
function reportOf({ id, title, exercises }: Manifest, course: Course, hidden: HiddenFacts): Report {
  return {
    schemaVersion: 1,
    assignment: id,
    assignmentTitle: title,
    assignmentVersion: "1.0.0+0123456789ab",
    submission: { name: "s", sha256: "0".repeat(64) },
    seed: 1,
    backend: "cpu",
    audience: "instructor",
    score: 1,
    maxScore: 2,
    status: course.status,
    message: course.status === "grader-error" ? hidden.text : "It does not load.",
    exercises: exercises.flatMap((exercise, at) => {
      const told = course.exercises[at];
      return told === undefined ? [] : [exerciseReport(exercise, told, hidden)];
    }),
  };
}

/** A report with what has come of an earlier attempt. */
const withEarlier = (report: Report, before: Report): Report =>
  withProgress(report, compareAttempts([earlierAttempt(before, (exercise) => exercise)], report));

function exerciseReport(
  { id, title, points, hints }: Exercise,
  told: Course["exercises"][number],
  hidden: HiddenFacts,
): ExerciseReport {
  const diagnosis = { id: hidden.text, name: hidden.text, explanation: hidden.text };
  const visibleDiagnoses = [{ id: "seen", name: "Seen.", explanation: "Seen." }];
  return {
    id,
    title,
    score: told.score,
    maxScore: points,
    status: told.status,
    misconceptions: [hidden.text],
    diagnoses: [diagnosis],
    ...(told.named && { visibleDiagnoses }),
    observations: [{ code: "places", among: "all", wrong: [hidden.text], right: [hidden.text] }],
    ...(told.named && { visibleObservations: [{ code: "changed-argument", among: "visible", parameter: "seen" }] }),
    summary: `${hidden.text} ${hidden.number}`,
    hints: [...hints],
    cases: [
      ...told.visible.map((one, i) => caseReport("visible", i, one, plain)),
      ...told.hidden.map((one, i) => caseReport("hidden", i, one, hidden)),
    ],
  };
}

function caseReport(visibility: CaseReport["visibility"], i: number, outcome: Outcome, of: HiddenFacts): CaseReport {
  const { caseReport: definition } = schema.definitions;
  return { ...(filled(definition, of) as CaseReport), id: `${visibility}-${i + 1}`, visibility, outcome };
}

describe.each(await listAssignments())("studentView() of a report on %s", (id) => {
  it("gives the same bytes whatever the facts of hidden cases are, and none of the facts", async () => {
    const { manifest } = await openAssignment(id);
    await fc.assert(
      fc.asyncProperty(courseOf(manifest), courseOf(manifest), facts, facts, async (before, course, one, another) => {
        const report = withEarlier(reportOf(manifest, course, one), reportOf(manifest, before, one));
        validateReport(report);
        const artefacts = await studentArtefacts(report);
        const same = withEarlier(reportOf(manifest, course, another), reportOf(manifest, before, another));
        expect(await studentArtefacts(same)).toEqual(artefacts);
        const text = Object.values(artefacts).join("\n");
        expect(text).not.toContain(one.text);
        expect(text).not.toContain(String(one.number));
        // They are in what an instructor gets, so that the test would see them.
        expect(JSON.stringify(report)).toContain(one.text);
      }),
      { numRuns: 25 },
    );
  });
});
