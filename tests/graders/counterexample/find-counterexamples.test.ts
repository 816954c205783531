import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { GradingSession } from "../../../graders/session/grading-session.ts";
import { openRunMemory } from "../../../graders/session/run-memory.ts";
import type { Counterexample, Report } from "../../../reports/report/report.ts";
import { validateReport } from "../../../reports/report/validate-report.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { right, updateLrWith, wrongWithoutDecay } from "./wrong-in-corners.ts";

const common = {
  assignment: "w2-optimization",
  visibility: "all",
  secret: "of a test",
  exercises: ["updateLr"],
  workers: 1,
  cacheDirectory: userDirectory("cache", process.env),
} as const;

let session: GradingSession;
beforeAll(async () => {
  session = await GradingSession.open({ ...common, counterexamples: true });
});
afterAll(() => session[Symbol.asyncDispose]());

const grade = (files: SubmissionFiles): Promise<Report> => session.grade(files, { name: "s" });
const foundFor = async (files: SubmissionFiles): Promise<Counterexample | undefined> =>
  (await grade(files)).exercises[0]?.counterexample;

describe("a smaller counterexample", () => {
  it("is the smallest public case that fails in the way of hidden ones, with inputs, expected and found", async () => {
    const report = await grade(updateLrWith(wrongWithoutDecay));
    validateReport(report);
    const { token, case: told } = report.exercises[0]?.counterexample ?? {};
    expect(token).toBe("w2-optimization:1.0.0:updateLr:small-3:1");
    expect(told).toMatchObject({ id: "small-3:1", visibility: "visible", outcome: "wrong", title: "decay rate 0" });
    expect(told?.mismatch?.code).toBe("values");
    expect(told?.inputs?.map(({ path }) => path)).toEqual(["learningRate0", "epochNum", "decayRate"]);
  });

  it("is the same each time, and changes neither marks nor anything else of the report", async () => {
    const files = updateLrWith(wrongWithoutDecay);
    const report = await grade(files);
    expect(await grade(files)).toEqual(report);
    await using without = await GradingSession.open(common);
    const plain = await without.grade(files, { name: "s" });
    const exercises = report.exercises.map(({ counterexample: _, ...exercise }) => exercise);
    expect({ ...report, exercises }).toEqual(plain);
    expect(session.gradingFingerprint("1")).not.toBe(without.gradingFingerprint("1"));
  });

  it("is found for a run that is remembered, too", () =>
    inTemporaryFolder(async (folder) => {
      const remembering = { ...common, counterexamples: true, memory: await openRunMemory("a test", folder) };
      await using session = await GradingSession.open(remembering);
      const files = updateLrWith(wrongWithoutDecay);
      const report = await session.grade(files, { name: "s" });
      expect(report.exercises[0]?.counterexample).toBeDefined();
      expect(await session.grade(files, { name: "s" })).toEqual(report);
    }));

  it.each([
    ["nothing fails", right],
    ["a visible case fails in the same way", "return rate;"],
    ["no candidate fails in that way", `if (epoch === 1_000_000) return 0; ${right}`],
    ["a limit is met", `if (decay === 0) return new Promise(() => {}); ${right}`],
  ])("is not there where %s", async (_, body) => {
    expect(await foundFor(updateLrWith(body))).toBeUndefined();
  });

  it("fails when it is called alone too: what comes about by other calls is none", async () => {
    const counting = `calls += 1; if (decay === 0 && calls > 4) return 0; ${right}`;
    const report = await grade(updateLrWith(counting, "let calls = 0;"));
    expect(report.exercises[0]?.status).toBe("partial");
    expect(report.exercises[0]?.counterexample).toBeUndefined();
  });
});
