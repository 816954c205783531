import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Manifest } from "../../../../assignments/catalog/manifest.ts";
import { userDirectory } from "../../../../assignments/storage/user-directory.ts";
import {
  compareGradings,
  type GradingSnapshot,
  regradeFacts,
} from "../../../../graders/class/regrade/compare-gradings.ts";
import { GradingSession } from "../../../../graders/session/grading-session.ts";
import { phraseScoreChange } from "../../../../reports/regrade/phrase-score-change.ts";
import type { Report } from "../../../../reports/report/report.ts";
import { readSubmission } from "../../../../sandbox/bundle/read-submission.ts";

const names = ["s01-perfect-functional", "s09-adam-no-bias-correction"];
let session: GradingSession;
beforeAll(async () => {
  session = await GradingSession.open({
    assignment: "w2-optimization",
    visibility: "visible",
    workers: 1,
    cacheDirectory: userDirectory("cache", process.env),
  });
});
afterAll(() => session[Symbol.asyncDispose]());

/** Grades both by the manifest as it stands now. */
async function snapshot(): Promise<GradingSnapshot> {
  const reports = new Map<string, Report>();
  for (const name of names) {
    const path = fileURLToPath(new URL(`../../../../assignments/w2-optimization/examples/${name}.ts`, import.meta.url));
    reports.set(name, await session.grade(await readSubmission(path), { name }));
  }
  const manifest: Manifest = structuredClone(session.manifest);
  const students = [...reports].map(([student, { status, score, maxScore }]) => ({
    ...{ student, status, score, rawScore: score, maxScore, overrides: [], exercises: [] },
  }));
  return { work: manifest, students, reportOf: async (student) => reports.get(student) };
}

test("compareGradings() tells that a wide tolerance lets a wrong Adam pass, and changes no other student's points", async () => {
  const before = await snapshot();
  const adam = session.manifest.exercises.find(({ id }) => id === "updateParametersWithAdam");
  if (adam === undefined) expect.unreachable("the assignment has no Adam");
  Object.assign(adam.comparison, { rtol: 10, atol: 1000 });
  const after = await snapshot();
  const moves = await compareGradings(before, after);
  expect(moves.map(({ student }) => student)).toEqual(["s09-adam-no-bias-correction"]);
  expect(moves.map(phraseScoreChange)).toMatchInlineSnapshot(`
    [
      [
        "updateParametersWithAdam 0 → 25: rtol 0.0001 → 10; atol 0.000001 → 1000; visible-1, visible-2 and visible-3 wrong → passed",
      ],
    ]
  `);
  expect(regradeFacts(before, after).exercises.map(({ id }) => id)).toEqual(["updateParametersWithAdam"]);
});
