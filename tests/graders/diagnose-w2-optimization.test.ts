import { beforeAll, describe, expect, it } from "vitest";
import type { Visibility } from "../../assignments/catalog/case.ts";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import { openCache } from "../../assignments/storage/cache.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { gradeRun } from "../../graders/judge/grade-run.ts";
import type { GradingBasis } from "../../graders/judge/grading-basis.ts";
import type { MisconceptionOutcomes } from "../../reference/misconceptions/misconception.ts";
import { misconceptionOutcomes } from "../../reference/misconceptions/misconception-outcomes.ts";
import { expectedValues } from "../../reference/oracle/oracle.ts";
import { misconceptions } from "../../reference/w2-optimization/misconceptions.ts";
import type { ExerciseReport, Report } from "../../reports/report/report.ts";
import { variantAsSubmission } from "./variant-as-submission.ts";

const assignment = await openAssignment("w2-optimization");
const caches = userDirectory("cache", process.env);
const common: GradingBasis["common"] = {
  schemaVersion: 1,
  assignment: "w2-optimization",
  assignmentTitle: "",
  assignmentVersion: "",
  seed: 1,
  backend: "tensorflow",
  audience: "instructor",
};
const submission: Report["submission"] = { name: "s", sha256: "0".repeat(64) };

describe.each(["one course", "another course"])(
  "misconceptions of w2-optimization under the secret of %s",
  (secret) => {
    let basis: GradingBasis;
    let known: readonly MisconceptionOutcomes[];
    let students: readonly MisconceptionOutcomes[];

    beforeAll(async () => {
      const cases = generateCases(assignment, { seed: 1, secret, visibility: "all" });
      const cache = openCache("misconceptions", caches);
      known = await misconceptionOutcomes(assignment, cases, { seed: 1, cache });
      // Submissions are run on the pure-JavaScript backend, whatever the oracle has.
      students = await misconceptionOutcomes(assignment, cases, { seed: 1, cache, backend: "cpu" });
      const { values } = await expectedValues(assignment, cases, { seed: 1, cache: openCache("expected", caches) });
      basis = { exercises: assignment.manifest.exercises, cases, expected: values, properties: {}, common };
    });

    async function grade(id: string): Promise<{ exercises: ExerciseReport[]; own: ExerciseReport | undefined }> {
      const student = students.find((one) => one.id === id);
      if (student === undefined) throw new Error(`No outcomes of ${id}`);
      const run = variantAsSubmission(student, basis.cases, basis.expected);
      const outcomesOf = async (exercise: string) => known.filter((one) => one.exercise === exercise);
      const { exercises } = await gradeRun(basis, submission, run, { outcomesOf });
      return { exercises, own: exercises.find((exercise) => exercise.id === student.exercise) };
    }

    const failures = (own: ExerciseReport | undefined, visibility: Visibility): number =>
      own?.cases.filter((one) => one.visibility === visibility && one.outcome !== "passed").length ?? 0;

    it.each(misconceptions.map(({ id }) => id))("%s fails in a hidden case and is named, alone", async (id) => {
      const { exercises, own } = await grade(id);
      expect(failures(own, "hidden")).toBeGreaterThan(0);
      expect(own?.misconceptions).toEqual([id]);
      expect(own?.diagnoses?.map((diagnosis) => diagnosis.id)).toEqual([id]);
      expect(exercises.flatMap((exercise) => exercise.misconceptions)).toEqual([id]);
    });

    it("are shown by a visible case too, but for two that only corners show", async () => {
      const unseen: string[] = [];
      for (const { id } of misconceptions) if (failures((await grade(id)).own, "visible") === 0) unseen.push(id);
      expect(unseen).toEqual(["schedule-rounded-to-nearest", "adam-default-epsilon-of-keras"]);
    });
  },
);
