import { readdir } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import type { GradingSession } from "../../graders/session/grading-session.ts";
import { gradeUnseen, openUnseen, readMistakes, toldOf } from "./unseen-mistakes.ts";

const mistakes = await readMistakes();

test("there are eighty mistakes, each with its submission", async () => {
  const files = await readdir(new URL("../fixtures/unseen/", import.meta.url), { recursive: true });
  expect(files.filter((file) => file.endsWith(".ts")).sort()).toEqual(
    mistakes.map(({ assignment, id }) => `${assignment}/${id}.ts`).sort(),
  );
  expect(mistakes).toHaveLength(80);
});

const assignments = [...new Set(mistakes.map(({ assignment }) => assignment))];

describe.each(assignments)("mistakes of %s that no misconception was written for", (assignment) => {
  let session: GradingSession;
  beforeAll(async () => {
    session = await openUnseen(assignment);
  });
  afterAll(() => session[Symbol.asyncDispose]());

  // What is told was read by a person: another word here is to be read again, and may be false.
  it.each(mistakes.filter((one) => one.assignment === assignment))("tells $id: $mistake", async (mistake) => {
    const report = await gradeUnseen(session, mistake);
    expect(report.score).toBeLessThan(report.maxScore);
    expect(await toldOf(report, mistake)).toEqual(mistake.told);
  });
});
