import { expect, test } from "vitest";
import { ltiScores } from "../../../reports/exports/lti-scores.ts";
import { markedClass, markedStudent } from "../../fixtures/marked-class.ts";

const now = new Date("2026-11-27T12:00:00.250Z");
const activities = ["Initialized", "Started", "InProgress", "Submitted", "Completed"];
const gradings = ["FullyGraded", "Pending", "PendingManual", "Failed", "NotReady"];

type Score = Readonly<Record<string, unknown>>;

/** What a platform would refuse of a score. @see LTI-AGS 2.0, section 3.4 */
function faults(score: Score): string[] {
  const { userId, scoreGiven, scoreMaximum, timestamp: time } = score;
  return [
    ...(typeof userId === "string" && userId !== "" ? [] : ["userId"]),
    ...(scoreGiven === undefined || (typeof scoreGiven === "number" && scoreGiven >= 0) ? [] : ["scoreGiven"]),
    ...(scoreGiven === undefined || (typeof scoreMaximum === "number" && scoreMaximum > 0) ? [] : ["scoreMaximum"]),
    ...(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+(Z|[+-]\d\d:\d\d)$/.test(String(time)) ? [] : ["timestamp"]),
    ...(activities.includes(String(score["activityProgress"])) ? [] : ["activityProgress"]),
    ...(gradings.includes(String(score["gradingProgress"])) ? [] : ["gradingProgress"]),
    ...(score["gradingProgress"] === "FullyGraded" && scoreGiven === undefined ? ["graded without a score"] : []),
  ];
}

test("ltiScores() has a valid score in a line for everybody who handed in", () => {
  const result = markedClass();
  const { text, warnings } = ltiScores(result, { now });
  const scores = text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Score);
  expect(scores.flatMap(faults)).toEqual([]);
  expect(scores).toHaveLength(result.students.length - 1);
  const of = (id: string) => scores.find(({ userId }) => userId === id);
  expect(of("1001")).toMatchObject({ scoreGiven: 0, scoreMaximum: 90, gradingProgress: "FullyGraded" });
  expect(of("1003")).toMatchObject({ scoreGiven: 23, comment: expect.stringContaining("Late (−5.75)") });
  expect(of("1004")).toMatchObject({ scoreGiven: 95, activityProgress: "Completed" });
  expect(of("1005")).toMatchObject({ gradingProgress: "Failed", activityProgress: "Submitted" });
  expect(of("1005")).not.toHaveProperty("scoreGiven");
  expect(of("1006")).toBeUndefined();
  expect(warnings).toHaveLength(2);
});

test("ltiScores() refuses a class in which there is nothing to reach, and students without an id", () => {
  expect(() => ltiScores({ ...markedClass(), maxScore: 0 }, { now })).toThrow(
    "Cannot export to LTI: the most that can be reached is 0, and scoreMaximum must be above 0",
  );
  expect(() => ltiScores(markedClass([markedStudent(" ")]), { now })).toThrow('" " is no user id');
});

test("ltiScores() writes the same bytes again, and a changed score with a later time even where the clock went back", () => {
  const result = markedClass();
  const { text } = ltiScores(result, { now });
  const later = new Date("2026-12-01T00:00:00.000Z");
  expect(ltiScores(result, { now: later, before: text }).text).toBe(text);
  const changed = {
    ...result,
    students: result.students.map((one) => (one.student === "1003" ? { ...one, score: 24 } : one)),
  };
  const timesOf = (file: string) =>
    new Map(
      file
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line) as Score)
        .map(({ userId, timestamp }) => [userId, timestamp]),
    );
  const times = timesOf(ltiScores(changed, { now: later, before: text }).text);
  expect([times.get("1003"), times.get("1001")]).toEqual([later.toISOString(), now.toISOString()]);
  const backward = timesOf(ltiScores(changed, { now: new Date(0), before: text }).text);
  expect(backward.get("1003")).toBe("2026-11-27T12:00:00.251Z");
});

test.each(["", "no JSON", '{"userId":"1003"}', '{"userId":"1003","timestamp":"never"}', "null\n[]\n3"])(
  "ltiScores() reads nothing out of %j",
  (before) => {
    expect(ltiScores(markedClass(), { now, before }).text).toBe(ltiScores(markedClass(), { now }).text);
  },
);
