import { beforeAll, describe, expect, it } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../assignments/catalog/course.ts";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import { openCache } from "../../assignments/storage/cache.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { gradeRun } from "../../graders/judge/grade-run.ts";
import type { GradingBasis } from "../../graders/judge/grading-basis.ts";
import { verifySecret } from "../../graders/verify/subject/subject.ts";
import type { MisconceptionOutcomes } from "../../reference/misconceptions/misconception.ts";
import { misconceptionOutcomes } from "../../reference/misconceptions/misconception-outcomes.ts";
import { expectedValues } from "../../reference/oracle/oracle.ts";
import type { ExerciseReport } from "../../reports/report/report.ts";
import type { CaseRun, SubmissionRun } from "../../sandbox/replies/case-run.ts";
import { variantAsSubmission } from "./variant-as-submission.ts";

const caches = userDirectory("cache", process.env);
type Loaded = Extract<SubmissionRun, { loaded: true }>;

/** Every misconception of the course as a submission, judged with what verify keeps: nothing is run here. */
describe.each(await listAssignments())(
  "gradeRun() diagnoses each misconception of %s handed in,",
  {
    // Six seconds of work; on a machine that does much else besides, that took a minute.
    timeout: 240_000,
  },
  (id) => {
    let basis: GradingBasis;
    let known: readonly MisconceptionOutcomes[];
    beforeAll(async () => {
      const assignment = await openAssignment(id);
      const { manifest, properties } = assignment;
      const cases = generateCases(assignment, { seed: 1, secret: verifySecret, visibility: "all" });
      known = await misconceptionOutcomes(assignment, cases, { seed: 1, cache: openCache("misconceptions", caches) });
      const { values: expected } = await expectedValues(assignment, cases, {
        seed: 1,
        cache: openCache("expected", caches),
      });
      basis = {
        exercises: manifest.exercises,
        cases,
        expected,
        properties,
        common: {
          schemaVersion: 1,
          assignment: id,
          assignmentTitle: "",
          assignmentVersion: "",
          seed: 1,
          backend: "cpu",
          audience: "instructor",
        },
      };
    });

    async function graded(own: MisconceptionOutcomes, change: (run: Loaded) => Loaded, visibleOnly = false) {
      const cases = basis.cases.filter(
        ({ exercise, visibility }) => exercise === own.exercise && !(visibleOnly && visibility === "hidden"),
      );
      const run = variantAsSubmission(own, cases, basis.expected);
      if (!run.loaded) throw new Error("It is loaded");
      const changed = change(run);
      const on = { ...basis, cases, exercises: basis.exercises.filter((one) => one.id === own.exercise) };
      const outcomesOf = async (exercise: string) => known.filter((one) => one.exercise === exercise);
      const { exercises } = await gradeRun(on, { name: "s", sha256: "" }, changed, { outcomesOf });
      const found = exercises.find((exercise) => exercise.id === own.exercise);
      if (found === undefined) throw new Error(`No report of ${own.exercise}`);
      return found;
    }

    const same = (run: Loaded): Loaded => run;
    const failing = ({ cases }: ExerciseReport, visibility: string): string[] =>
      cases.filter((one) => one.visibility === visibility && one.outcome !== "passed").map((one) => one.id);

    /** Each misconception as it is, graded once. */
    const wholes = new Map<string, ExerciseReport>();
    async function whole(own: MisconceptionOutcomes): Promise<ExerciseReport> {
      const report = wholes.get(own.id) ?? (await graded(own, same));
      wholes.set(own.id, report);
      return report;
    }

    it("names it by all cases, and alike by the visible ones where those show it", async () => {
      for (const own of known) {
        const [all, desk] = [await whole(own), await graded(own, same, true)];
        expect([own.id, all.misconceptions]).toEqual([own.id, [own.id]]);
        expect([own.id, all.visibleDiagnoses]).toEqual([own.id, desk.visibleDiagnoses]);
        if (failing(desk, "visible").length > 0) {
          expect([own.id, desk.misconceptions.includes(own.id)]).toEqual([own.id, true]);
        }
      }
    });

    it("still names what the visible cases show where a hidden one fails in another way", async () => {
      let bent = 0;
      for (const own of known) {
        const before = await whole(own);
        const [corner, ...others] = failing(before, "hidden");
        const isShown = before.visibleDiagnoses?.some(({ id: one }) => one === own.id) ?? false;
        if (corner === undefined || others.length < 2 || !isShown) continue;
        const report = await graded(own, (run) => ({
          ...run,
          cases: run.cases.map((one) => (one.caseId === corner ? timedOut(one) : one)),
        }));
        expect([own.id, report.misconceptions.includes(own.id)]).toEqual([own.id, true]);
        bent++;
      }
      expect(bent).toBeGreaterThan(known.length / 2);
    });
  },
);

const timedOut = ({ exercise, caseId }: CaseRun): CaseRun => ({
  exercise,
  caseId,
  console: "",
  outcome: "timeout",
  limit: { kind: "case-time", amount: 1 },
});
