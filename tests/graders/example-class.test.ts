import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { exampleSubmissions } from "../../graders/grade-examples.ts";
import { gradeClass, submissionAt } from "../../graders/session/grade-class.ts";
import { GradingSession } from "../../graders/session/grading-session.ts";
import { LocalQueue } from "../../graders/session/local-queue.ts";
import { submissionName } from "../../graders/session/submission-name.ts";
import { referenceFileOf } from "../../reference/oracle/oracle.ts";
import { renderHtml } from "../../reports/pages/render-html.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import type { CaseReport, Report } from "../../reports/report/report.ts";
import { validateReport } from "../../reports/report/validate-report.ts";
import { readSubmission } from "../../sandbox/bundle/read-submission.ts";
import { expectNothingLeft } from "../fixtures/expect-nothing-left.ts";
import { expectSmallPages } from "../fixtures/expect-small-pages.ts";

expectNothingLeft();

type Expectation =
  | { readonly notGradable: true }
  | {
      readonly fullMarks: readonly string[];
      readonly others: Readonly<Record<string, string>>;
      /** Ids by exercise. */
      readonly misconceptions?: Readonly<Record<string, readonly string[]>>;
    };

const options = {
  assignment: "w2-optimization",
  visibility: "all",
  secret: "the tests' own secret",
  cacheDirectory: userDirectory("cache", process.env),
} as const;
const expectations = JSON.parse(
  await readFile(new URL("../fixtures/w2-examples.json", import.meta.url), "utf8"),
) as Record<string, Expectation>;

let session: GradingSession;
const reports = new Map<string, Report>();
beforeAll(async () => {
  session = await GradingSession.open({ ...options, workers: 2 });
  const paths = await exampleSubmissions();
  const submissions = paths.map((path) => submissionAt(path, submissionName(path)));
  await gradeClass(new LocalQueue(session, 4), submissions, async ({ report }, i) => {
    reports.set(basename(paths[i] ?? ""), report);
  });
});
afterAll(() => session[Symbol.asyncDispose]());

describe("the example class", () => {
  it("has an expectation for each submission and no other", () => {
    expect([...reports.keys()].sort()).toEqual(Object.keys(expectations).sort());
  });

  it.each(Object.entries(expectations))("grades %s as its author meant it", (file, expectation) => {
    const report = reports.get(file);
    if ("notGradable" in expectation) {
      expect(report).toMatchObject({ status: "not-gradable", score: 0, message: expect.stringContaining(file) });
      return;
    }
    const statuses = Object.fromEntries(report?.exercises.map(({ id, status }) => [id, status]) ?? []);
    const passed = Object.fromEntries(expectation.fullMarks.map((id) => [id, "passed"]));
    expect(statuses).toEqual({ ...passed, ...expectation.others });
    const named = report?.exercises.filter(({ misconceptions }) => misconceptions.length > 0) ?? [];
    expect(Object.fromEntries(named.map(({ id, misconceptions }) => [id, misconceptions]))).toEqual(
      expectation.misconceptions ?? {},
    );
  });

  it("has reports that keep to the published schema, for both audiences", () => {
    for (const report of reports.values()) {
      expect(() => validateReport(report)).not.toThrow();
      expect(() => validateReport(studentView(report))).not.toThrow();
    }
  });

  it("has small pages, for both audiences", () => {
    for (const report of reports.values()) expectSmallPages(report);
  });

  it("recognises what went wrong, in words", () => {
    const summary = (file: string, id: string) => reports.get(file)?.exercises.find((e) => e.id === id)?.summary;
    expect({
      ascent: summary("s08-gradient-ascent.ts", "updateParametersWithGd"),
      inputs: summary("s17-changes-its-inputs.ts", "updateParametersWithGd"),
      disposed: summary("s19-disposes-its-inputs.ts", "updateParametersWithGd"),
      names: summary("s29-snake-case-names.ts", "updateLr"),
      endless: summary("s24-endless-loop.ts", "randomMiniBatches"),
      started: summary("s22-not-started.ts", "updateLr"),
    }).toMatchInlineSnapshot(`
      {
        "ascent": "1 of 10 cases passed; what probably happened: the step is added to the parameters instead of subtracted.",
        "disposed": "None of the 10 cases passed; what probably happened: the tensors that were passed in are disposed.",
        "endless": "Every case ran out of time (500 ms each).",
        "inputs": "None of the 10 cases passed; what probably happened: the new values are written into the dictionary that was passed in.",
        "names": "Not found: no function \`updateLr\` is exported, but \`update_lr\` is; rename it to \`updateLr\`.",
        "started": "Not implemented yet: \`updateLr\` is still the starter's.",
      }
    `);
  });
});

describe("GradingSession", () => {
  it("gives the reference, handed in as a student's, full marks", async () => {
    const report = await session.grade(await readSubmission(referenceFileOf("w2-optimization")), { name: "reference" });
    expect(report).toMatchObject({ score: 100, maxScore: 100, status: "graded" });
  });

  it("gives the starter nothing, as not-implemented", () => {
    const report = reports.get("s22-not-started.ts");
    expect(report?.score).toBe(0);
    expect(new Set(report?.exercises.map(({ status }) => status))).toEqual(new Set(["not-implemented"]));
  });

  it("makes the same bytes again", async () => {
    const path = (await exampleSubmissions()).find((file) => file.includes("s20")) ?? "";
    const report = await session.grade(await readSubmission(path), { name: submissionName(path) });
    const first = reports.get("s20-several-mistakes.ts");
    expect(JSON.stringify(report)).toBe(JSON.stringify(first));
    expect(first && renderHtml(first)).toBe(renderHtml(report));
  });

  it("tells of a part what is told of the whole, and where it is to stop at what fails, nothing after it", async () => {
    const path = (await exampleSubmissions()).find((file) => file.includes("s13")) ?? "";
    const exercises = ["updateParametersWithAdam"];
    const whole = reports.get("s13-adam-epsilon-inside-root.ts")?.exercises.filter(({ id }) => exercises.includes(id));
    const part = await session.grade(await readSubmission(path), { name: "s13" }, { exercises });
    expect(part.exercises).toEqual(whole);
    const report = await session.grade(await readSubmission(path), { name: "s13" }, { exercises, untilFailure: true });
    // It begins with the last, which forgives the mistake.
    const last = whole?.[0]?.cases.slice(-2) ?? [];
    // Whether a relation is more than a coincidence, other cases tell.
    const withoutFindings = ({ mismatch, ...one }: CaseReport) => ({ ...one, mismatch: { ...mismatch, findings: [] } });
    const stopped = report.exercises.map(({ cases }) => cases.map(withoutFindings));
    expect(stopped).toEqual([last.map(withoutFindings)]);
    expect(last.map(({ outcome }) => outcome)).toEqual(["wrong", "passed"]);
  });

  it("draws other hidden cases, and no other visible ones, under another seed", async () => {
    const path = (await exampleSubmissions()).find((file) => file.includes("s08")) ?? "";
    await using other = await GradingSession.open({ ...options, seed: 2, workers: 1 });
    const report = await other.grade(await readSubmission(path), { name: "s08-gradient-ascent" });
    const first = reports.get("s08-gradient-ascent.ts");
    const shown = (which: string, { exercises }: Report) =>
      exercises.flatMap(({ cases }) => cases.filter(({ visibility }) => visibility === which));
    expect(first && shown("visible", report)).toEqual(first && shown("visible", first));
    expect(shown("hidden", report)).not.toEqual(first && shown("hidden", first));
    expect(report.score).toBe(first?.score);
  });
});
