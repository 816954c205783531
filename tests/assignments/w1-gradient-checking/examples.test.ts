import { readdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { gradeClass, submissionAt } from "../../../graders/session/grade-class.ts";
import { GradingSession } from "../../../graders/session/grading-session.ts";
import { LocalQueue } from "../../../graders/session/local-queue.ts";
import { submissionName } from "../../../graders/session/submission-name.ts";
import { referenceFileOf } from "../../../reference/oracle/oracle.ts";
import type { Report } from "../../../reports/report/report.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";

type Expectation = {
  readonly fullMarks: readonly string[];
  readonly others: Readonly<Record<string, string>>;
  readonly misconceptions?: Readonly<Record<string, readonly string[]>>;
};

const assignment = "w1-gradient-checking";
const folder = new URL(`../../../assignments/${assignment}/examples/`, import.meta.url);
const expectations = JSON.parse(
  await readFile(new URL(`../../fixtures/${assignment}-examples.json`, import.meta.url), "utf8"),
) as Record<string, Expectation>;

let session: GradingSession;
const reports = new Map<string, Report>();
beforeAll(async () => {
  session = await GradingSession.open({
    assignment,
    visibility: "all",
    secret: "the tests' own secret",
    cacheDirectory: userDirectory("cache", process.env),
    workers: 2,
  });
  const names = (await readdir(folder)).filter((name) => !name.endsWith(".md")).sort();
  const paths = names.map((name) => fileURLToPath(new URL(name, folder)));
  const submissions = paths.map((path) => submissionAt(path, submissionName(path)));
  await gradeClass(new LocalQueue(session, 4), submissions, async ({ report }, i) => {
    reports.set(basename(paths[i] ?? ""), report);
  });
});
afterAll(() => session[Symbol.asyncDispose]());

describe("examples of w1-gradient-checking", () => {
  test("each has an expectation, and there is no other", () => {
    expect([...reports.keys()].sort()).toEqual(Object.keys(expectations).sort());
  });

  test.each(Object.entries(expectations))("%s is graded and diagnosed as its author meant it", (file, expected) => {
    const { exercises = [] } = reports.get(file) ?? {};
    const passed = Object.fromEntries(expected.fullMarks.map((id) => [id, "passed"]));
    expect(Object.fromEntries(exercises.map(({ id, status }) => [id, status]))).toEqual({
      ...passed,
      ...expected.others,
    });
    const diagnosed = exercises.filter(({ misconceptions }) => misconceptions.length > 0);
    expect(Object.fromEntries(diagnosed.map(({ id, misconceptions }) => [id, misconceptions]))).toEqual(
      expected.misconceptions ?? {},
    );
  });

  test("s05-not-started.ts is the starter, and gets 0 points", async () => {
    const [example, starter] = await Promise.all([
      readFile(new URL("s05-not-started.ts", folder), "utf8"),
      readFile(new URL("../starter.ts", folder), "utf8"),
    ]);
    expect(example).toBe(starter);
    expect(reports.get("s05-not-started.ts")?.score).toBe(0);
  });

  test("the reference, handed in as a student's, gets 100 of 100 points", async () => {
    const report = await session.grade(await readSubmission(referenceFileOf(assignment)), { name: "reference" });
    expect(report).toMatchObject({ score: 100, maxScore: 100, status: "graded" });
  });
});
