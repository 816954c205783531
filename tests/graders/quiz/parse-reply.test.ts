import { describe, expect, test } from "vitest";
import type { Choice } from "../../../assignments/quiz/quiz.ts";
import { parseReply } from "../../../graders/quiz/parse-reply.ts";
import { smallQuiz } from "../../fixtures/small-quiz.ts";

const shown: readonly Choice[] = ["z", "x", "y"].map((id) => ({ id, text: id }));
const reply = (id: string, line: string) => {
  const question = smallQuiz.questions.find((one) => one.id === id);
  if (question === undefined) throw new Error("the fixture has changed");
  const said = parseReply(question, shown, line);
  return said.state === "answer" ? said.answer : said.state;
};

describe("parseReply()", () => {
  test.each([
    ["one", " 2 ", "x"],
    ["one", "4", "unclear"],
    ["one", "0", "unclear"],
    ["one", "1 2", "unclear"],
    ["one", "x", "unclear"],
    ["some", "3, 1", ["y", "z"]],
    ["some", "1 1", "unclear"],
    ["some", "1 9", "unclear"],
    ["order", "3 1 2", ["y", "z", "x"]],
    ["order", "3 1", "unclear"],
    ["number", "-.5e-1", -0.05],
    ["number", "0,5", "unclear"],
    ["number", "NaN", "unclear"],
    ["number", "0x10", "unclear"],
    ["number", "1e999", "unclear"],
    ["word", "  Early stopping ", "Early stopping"],
    ["word", "w".repeat(201), "unclear"],
  ])("parseReply() takes for %s %j as %j", (id, line, wanted) => {
    expect(reply(id, line)).toEqual(wanted);
  });

  test("parseReply() knows an empty line and the commands for every kind", () => {
    for (const { id } of smallQuiz.questions)
      expect(["", " ", ":back", ":clear", ":quit"].map((line) => reply(id, line))).toEqual([
        "next",
        "next",
        "back",
        "clear",
        "quit",
      ]);
  });
});
