import { readdir, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { GradingSession } from "../../graders/session/grading-session.ts";
import { openRunMemory } from "../../graders/session/run-memory.ts";
import { submissionName } from "../../graders/session/submission-name.ts";
import { readSubmission } from "../../sandbox/bundle/read-submission.ts";
import { expectSmallPages } from "../fixtures/expect-small-pages.ts";

type Expectation = {
  /** Ids of the exercises that passed. */
  readonly fullMarks: readonly string[];
  /** Status of every other exercise. */
  readonly others: Readonly<Record<string, string>>;
  /** Misconceptions that the report names, by exercise. */
  readonly diagnosed?: Readonly<Record<string, readonly string[]>>;
};

/** Declares that every example submission of an assignment gets what its fixture says. */
export async function testExamplesOf(assignment: string): Promise<void> {
  const fixture = new URL(`../fixtures/${assignment}-examples.json`, import.meta.url);
  const expectations: Record<string, Expectation> = JSON.parse(await readFile(fixture, "utf8"));
  const folder = fileURLToPath(new URL(`../../assignments/${assignment}/examples/`, import.meta.url));
  let session: GradingSession;
  beforeAll(async () => {
    const cacheDirectory = userDirectory("cache", process.env);
    session = await GradingSession.open({
      assignment,
      visibility: "all",
      secret: "the tests' own secret",
      workers: 1,
      cacheDirectory,
      memory: await openRunMemory("examples", cacheDirectory),
    });
  });
  afterAll(() => session[Symbol.asyncDispose]());

  test("there is an expectation for each example and no other", async () => {
    const files = (await readdir(folder)).filter((name) => !name.endsWith(".md"));
    expect(files.sort()).toEqual(Object.keys(expectations).sort());
  });

  test.each(Object.entries(expectations))(
    "%s is graded as its author meant it, and its pages are small",
    async (file, expectation) => {
      const { fullMarks, others, diagnosed = {} } = expectation;
      const report = await session.grade(await readSubmission(`${folder}${file}`), { name: submissionName(file) });
      const statuses = Object.fromEntries(report.exercises.map(({ id, status }) => [id, status]));
      expect(statuses).toEqual({ ...Object.fromEntries(fullMarks.map((id) => [id, "passed"])), ...others });
      const named = report.exercises.filter(({ misconceptions }) => misconceptions.length > 0);
      expect(Object.fromEntries(named.map(({ id, misconceptions }) => [id, misconceptions]))).toEqual(diagnosed);
      expectSmallPages(report);
    },
  );
}
