import { mkdir, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { QuizGrader } from "../../../graders/quiz/quiz-grader.ts";
import { readAnswersFile } from "../../../graders/quiz/read-answers-file.ts";
import { inLanguage } from "../../../reports/messages/language.ts";
import { validateReport } from "../../../reports/report/validate-report.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { rightAnswers, smallKey, smallQuiz } from "../../fixtures/small-quiz.ts";

const basis = { quiz: smallQuiz, seed: 1, ...smallKey };
const grader = new QuizGrader(basis);
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const right = JSON.stringify({ quiz: "small", answers: rightAnswers });

describe("QuizGrader", () => {
  it("grades bytes by what they say, whatever their file is called", async () => {
    const report = validateReport(await grader.grade({ name: "a.json", bytes: bytesOf(right) }, { name: "ada" }));
    expect(report).toMatchObject({ status: "graded", score: 8, maxScore: 8, submission: { name: "ada" } });
    expect(await grader.grade({ name: "other.txt", bytes: bytesOf(right) }, { name: "ada" })).toEqual(report);
  });

  it("ends in a report where there is nothing to read, or a folder", async () => {
    const unread = await grader.grade({ name: "a.json", unread: "EACCES" }, { name: "ada" });
    expect(validateReport(unread)).toMatchObject({
      status: "not-gradable",
      score: 0,
      message: expect.stringContaining("EACCES"),
    });
    const folder = await grader.grade({ name: "ada", entries: [] }, { name: "ada" });
    expect(validateReport(folder)).toMatchObject({ status: "not-gradable", score: 0 });
  });

  it("costs nobody a point where it fails itself", () => {
    const report = validateReport(grader.graderError("ada", new Error("disk full")));
    expect(report).toMatchObject({ status: "grader-error", score: 8, maxScore: 8, message: "Error: disk full" });
    expect(new Set(report.exercises.map(({ status }) => status))).toEqual(new Set(["grader-error"]));
  });

  it("names another basis where the version of gradecheck, the questions, the key or the language is another", () => {
    const reworded = { ...smallQuiz, title: "Another" };
    const changed = { ...smallKey, version: "1.2.3+000000000000" };
    const names = [
      grader.gradingFingerprint("1"),
      grader.gradingFingerprint("2"),
      new QuizGrader({ ...basis, quiz: reworded }).gradingFingerprint("1"),
      new QuizGrader({ ...basis, ...changed }).gradingFingerprint("1"),
      inLanguage("de", () => grader.gradingFingerprint("1")),
    ];
    expect(new Set(names).size).toBe(names.length);
    expect(new QuizGrader(structuredClone(basis)).gradingFingerprint("1")).toBe(names[0]);
  });
});

describe("readAnswersFile()", () => {
  it("reads a file, or answers.json of a folder, no more than a little over the limit, and follows no link", () =>
    inTemporaryFolder(async (folder) => {
      await mkdir(join(folder, "bo"));
      await writeFile(join(folder, "ada.json"), right);
      await writeFile(join(folder, "bo", "answers.json"), right);
      await writeFile(join(folder, "large.json"), Buffer.alloc(2 ** 20, "x"));
      await symlink(join(folder, "ada.json"), join(folder, "link.json"));
      for (const name of ["ada.json", "bo"]) {
        expect(await readAnswersFile(join(folder, name))).toEqual({ name, bytes: new Uint8Array(bytesOf(right)) });
      }
      expect(await readAnswersFile(join(folder, "large.json"))).toMatchObject({ bytes: { length: 256 * 1024 + 1 } });
      for (const name of ["link.json", "nobody.json"]) {
        const read = await readAnswersFile(join(folder, name));
        expect(read).toEqual({ name, unread: expect.any(String) });
        // Students read it.
        expect(JSON.stringify(read)).not.toContain(folder);
      }
    }));
});
