import { readdir, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptReports } from "../../../../graders/verify/mistakes/kept-reports.ts";
import { openSession } from "../../../../graders/verify/subject/subject.ts";
import type { Report } from "../../../../reports/report/report.ts";
import { expectNothingLeft } from "../../../fixtures/expect-nothing-left.ts";
import { subjectOf } from "../subject-of.ts";

expectNothingLeft();

const exercise = "updateLr";
const solution = (body: string) => ({
  name: "s.js",
  bytes: Buffer.from(`export function updateLr(r, e, d) { ${body} }`),
});
const wrong = solution("return r;");

/** As it would be on a machine that was too busy for the first case. */
const starved = (report: Report): Report => ({
  ...report,
  exercises: report.exercises.map((one) => ({
    ...one,
    cases: one.cases.map((found, i) => (i === 0 ? { ...found, outcome: "timeout" as const } : found)),
  })),
});

test("keptReports() tells a failure as it was, grades what may be the machine's doing, and forgets when the misconceptions change", async () => {
  await using subject = await subjectOf("w2-optimization", [exercise]);
  const misconceptionsFile = join(subject.scratch, "misconceptions.ts");
  const own = { ...subject, misconceptionsFile, cacheDirectory: join(subject.scratch, "cache") };
  await using session = await openSession(subject, { exercises: [exercise], attempt: "none" });
  let graded = 0;
  let isBusy = false;
  const grade = async (files: typeof wrong): Promise<{ readonly report: Report; readonly isNew: boolean }> => {
    const before = graded;
    const counting = {
      grade: async (...asked: Parameters<typeof session.grade>) => {
        graded += 1;
        const report = await session.grade(...asked);
        return isBusy ? starved(report) : report;
      },
      gradingFingerprint: (version: string) => session.gradingFingerprint(version),
    };
    const report = await (await keptReports(own, counting))(files, "s", exercise);
    return { report, isNew: graded > before };
  };
  await writeFile(misconceptionsFile, "export const misconceptions = [];");
  const first = await grade(wrong);
  expect([first.isNew, first.report.exercises[0]?.status]).toEqual([true, "partial"]);
  expect(await grade(wrong)).toEqual({ report: first.report, isNew: false });
  expect((await grade(solution("return 2 * r;"))).isNew).toBe(true);

  const folder = join(own.cacheDirectory, "reports");
  for (const name of await readdir(folder)) await truncate(join(folder, name), 100);
  expect(await grade(wrong)).toEqual({ ...first, isNew: true });

  await writeFile(misconceptionsFile, "export const misconceptions = [  ];");
  expect((await grade(wrong)).isNew).toBe(true);
  expect((await grade(wrong)).isNew).toBe(false);

  isBusy = true;
  const other = solution("return 3 * r;");
  expect((await grade(other)).isNew).toBe(true);
  expect((await grade(other)).isNew).toBe(true);
});
