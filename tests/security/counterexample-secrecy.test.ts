import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { drawCandidates } from "../../graders/counterexample/candidates.ts";
import { failureClass } from "../../graders/counterexample/failure-class.ts";
import { readToken } from "../../graders/counterexample/token.ts";
import { GradingSession } from "../../graders/session/grading-session.ts";
import { studentView } from "../../reports/phrasing/student-view.ts";
import type { Counterexample, ExerciseReport, Report } from "../../reports/report/report.ts";
import { right, updateLrWith, wrongWithoutDecay } from "../graders/counterexample/wrong-in-corners.ts";
import { studentArtefacts } from "./student-artefacts.ts";

const common = {
  assignment: "w2-optimization",
  visibility: "all",
  exercises: ["updateLr"],
  workers: 1,
  counterexamples: true,
  cacheDirectory: userDirectory("cache", process.env),
} as const;

/** Other hidden cases each: of another course, of another seed, of both. */
const draws = [
  { secret: "secrecy of one course", seed: 1 },
  { secret: "secrecy of another course", seed: 1 },
  { secret: "secrecy of another course", seed: 2 },
];

let sessions: readonly GradingSession[];
beforeAll(async () => {
  sessions = await Promise.all(draws.map((draw) => GradingSession.open({ ...common, ...draw })));
});
afterAll(async () => {
  await Promise.all(sessions.map((session) => session[Symbol.asyncDispose]()));
});

const gradeAll = (body: string, before?: string): Promise<Report[]> =>
  Promise.all(sessions.map((session) => session.grade(updateLrWith(body, before), { name: "s" })));
const exerciseOf = ({ exercises: [only] }: Report): ExerciseReport | undefined => only;
const foundIn = (report: Report): Counterexample | undefined => exerciseOf(report)?.counterexample;

describe("a smaller counterexample", () => {
  it.each([
    ["wrong values", wrongWithoutDecay],
    ["an exception that quotes what it sees", `if (decay === 0) throw new TypeError(\`\${rate} \${epoch}\`); ${right}`],
    [
      "an exception named by what it sees",
      `if (decay === 0) throw Object.assign(new Error(), { name: String(rate) }); ${right}`,
    ],
    ["something ungradable, with what it sees as its key", `if (decay === 0) return { [rate]: "text" }; ${right}`],
    ["the console", `console.log(rate, epoch); if (decay === 0) return rate + 1; ${right}`],
  ])("is the same, byte for byte, whatever the hidden cases are that fail by %s", async (_, body) => {
    const [one, ...others] = await gradeAll(body);
    const found = one && foundIn(one);
    expect(found?.token).toBe("w2-optimization:1.0.0:updateLr:small-3:1");
    for (const other of others) expect(foundIn(other)).toEqual(found);
  });

  it("holds nothing that a submission has kept from hidden cases", async () => {
    const keep = "const kept: any[] = (globalThis as any).kept ??= [];";
    const body = `kept.push(rate, epoch, decay); console.log(kept.join(" "));
      if (decay === 0) throw new TypeError(kept.join(" ")); ${right}`;
    const [one, ...others] = await gradeAll(body, keep);
    const { case: told } = (one && foundIn(one)) ?? {};
    const { args } = drawCandidates(await openAssignment("w2-optimization")).find(
      ({ id, exercise }) => exercise === "updateLr" && id === told?.id,
    ) ?? { args: [] };
    const seen = args.map((arg) => (arg.kind === "number" ? arg.value : "")).join(" ");
    // Its own inputs, once, and no other case's.
    expect(told?.error?.message).toBe(seen);
    expect(told?.console).toBe(`${seen}\n`);
    for (const other of others) expect(foundIn(other)).toEqual(one && foundIn(one));
  });

  it("is chosen by the kind of failure alone, and names nothing but a public scenario and the number of its drawing", async () => {
    const { manifest } = sessions[0] ?? {};
    const [report] = await gradeAll(wrongWithoutDecay);
    const exercise = report && exerciseOf(report);
    const { token = "", case: told } = exercise?.counterexample ?? {};
    const hidden = exercise?.cases.filter((one) => one.visibility === "hidden" && one.outcome !== "passed") ?? [];
    expect(hidden.length).toBeGreaterThan(0);
    expect(new Set(hidden.map(failureClass))).toContain(told && failureClass(told));
    expect(manifest && readToken(token, manifest)).toEqual({ exercise: "updateLr", caseId: "small-3:1" });
    expect(token).toMatch(/^w2-optimization:1\.0\.0:updateLr:small-\d+:\d+$/);
  });
});

describe("studentView()", () => {
  it("shows a counterexample as a visible case, and drops one that is not visible", async () => {
    const [report] = await gradeAll(wrongWithoutDecay);
    if (report === undefined) throw new TypeError("not graded");
    const shown = await studentArtefacts(report);
    expect(Object.values(shown).join("\n")).toContain("w2-optimization:1.0.0:updateLr:small-3:1");
    const tampered = report.exercises.map((exercise): ExerciseReport => {
      const { counterexample: found } = exercise;
      if (found === undefined) return exercise;
      return { ...exercise, counterexample: { ...found, case: { ...found.case, visibility: "hidden" } } };
    });
    expect(exerciseOf(studentView({ ...report, exercises: tampered }))?.counterexample).toBeUndefined();
  });

  it("gives the same bytes under other hidden cases that fail alike", async () => {
    const [one, another] = await gradeAll(wrongWithoutDecay);
    if (one === undefined || another === undefined) throw new TypeError("not graded");
    expect(await studentArtefacts(another)).toEqual(await studentArtefacts(one));
  });
});
