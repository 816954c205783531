import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import schema from "../../../assignments/quiz/answers.schema.json" with { type: "json" };
import { type AnswersReading, answersLimitBytes, readAnswers } from "../../../assignments/quiz/read-answers.ts";
import {
  phraseAnswerNote,
  phraseAnswerProblem,
  phraseAnswersFileProblem,
} from "../../../reports/phrasing/phrase-answers.ts";
import { rightAnswers, smallQuiz } from "../../fixtures/small-quiz.ts";

const read = (text: string): AnswersReading => readAnswers(smallQuiz, new TextEncoder().encode(text));
const readOf = (answers: unknown): AnswersReading => read(JSON.stringify({ quiz: "small", answers }));

function told(reading: AnswersReading): Record<string, string> {
  if (!reading.readable) throw new Error(`not readable: ${reading.problem.code}`);
  return Object.fromEntries(
    [...reading.given].map(([id, one]) => [
      id,
      one.state === "malformed" ? phraseAnswerProblem(one.problem) : one.state,
    ]),
  );
}

const notes = (reading: AnswersReading): string[] => (reading.readable ? reading.notes.map(phraseAnswerNote) : []);

describe("readAnswers()", () => {
  test("readAnswers() reads an answer of every kind, without a note, also behind a byte order mark", () => {
    const text = `\uFEFF${JSON.stringify({ quiz: "small", answers: rightAnswers })}`;
    const reading = read(text);
    expect(new Set(Object.values(told(reading)))).toEqual(new Set(["answered"]));
    expect(notes(reading)).toEqual([]);
    expect(new Ajv().validate(schema, { quiz: "small", answers: rightAnswers })).toBe(true);
  });

  test("readAnswers() takes what is left out, null or blank as not answered", () => {
    expect(told(readOf({ one: null, some: [], word: "  " }))).toEqual({
      one: "missing",
      some: "missing",
      number: "missing",
      order: "missing",
      word: "missing",
    });
  });

  test("readAnswers() says of each answer of the wrong type what it is and must be, and reads the others", () => {
    const reading = readOf({ one: 2, some: "a", number: "2.5", order: { x: 1 }, word: ["w"] });
    expect(told(reading)).toMatchInlineSnapshot(`
      {
        "number": "The answer is \`"2.5"\`, but must be a finite number, without quotes and with a point.",
        "one": "The answer is \`2\`, but must be the id of one choice, a text.",
        "order": "The answer is \`an object\`, but must be a list of the ids of all steps, first to last.",
        "some": "The answer is \`"a"\`, but must be a list of the ids of choices.",
        "word": "The answer is \`a list\`, but must be a text.",
      }
    `);
    expect(told(readOf({ ...rightAnswers, one: true }))).toMatchObject({ some: "answered", number: "answered" });
  });

  test("readAnswers() says of choices that there are not, incomplete orders and long texts what is wrong", () => {
    const reading = readOf({ one: "z", some: ["q"], order: ["x", "x", "w"], word: "w".repeat(201) });
    expect(told(reading)).toMatchInlineSnapshot(`
      {
        "number": "missing",
        "one": "The answer names \`z\`, which this question does not have as a choice.",
        "order": "The answer must name every step once: missing \`y\` and \`z\`; more than once \`x\`; unknown \`w\`.",
        "some": "The answer names \`q\`, which this question does not have as a choice.",
        "word": "The answer has 201 characters, but may have at most 200.",
      }
    `);
  });

  test("readAnswers() loses no other answer to NaN, Infinity or a number that is too large", () => {
    for (const bad of ["NaN", "Infinity", "-Infinity", "1e999"]) {
      const reading = read(`{"quiz": "small", "answers": {"one": "b", "number": ${bad}, "word": "NaN"}}`);
      expect(told(reading)).toMatchObject({ one: "answered", word: "answered" });
      expect(told(reading)["number"]).toMatch(/^The answer is `-?(?:NaN|Infinity)`, but must be a finite number/);
    }
  });

  test("readAnswers() takes the last of several answers to a question, and says so", () => {
    const reading = read(`{"quiz": "small",\n"answers": {"one": "a",\n"one": "b"},\n"other": {"one": 1, "one": 2}}`);
    expect(reading.readable && reading.given.get("one")).toMatchObject({ answer: "b" });
    expect(notes(reading)).toEqual(["`one` is answered more than once (lines 2 and 3); the last answer counts."]);
  });

  test("readAnswers() notes the rest of what is odd, and judges what it can", () => {
    const reading = read(`{"answers": {}, "answers": {"some": ["a", "a", "q"], "nubmer": 1, "__proto__": "b"}}`);
    expect(told(reading)).toMatchObject({ some: "answered" });
    expect(notes(reading)).toMatchInlineSnapshot(`
      [
        "The file does not say which quiz it answers; it was read as answers to this one.",
        "The file has \`answers\` more than once (line 1); only the last counts.",
        "Left out, because this quiz has no such question: \`nubmer\` and \`__proto__\`.",
        "The answer to \`some\` names \`q\`, which the question does not have; the rest was judged.",
        "The answer to \`some\` names \`a\` more than once; that counts as once.",
      ]
    `);
    expect(notes(readOf({ numbr: 1 }))).toEqual([
      "Left out, because this quiz has no such question: `numbr` (is `number` meant?).",
    ]);
  });

  test.each([
    ["{", "it is not valid JSON: line 1, column 2: Expected property name or '}'."],
    ["", "it is not valid JSON: line 1, column 1: Unexpected end of JSON input."],
    ["[]", "it holds `an empty list`, but must hold an object with `quiz` and `answers`."],
    ['{"quiz": "small"}', "`answers` is `nothing`, but must be an object with one answer per question."],
    ['{"quiz": "small", "answers": [1]}', "`answers` is `a list`, but must be an object with one answer per question."],
    ['{"quiz": "w2", "answers": {}}', 'it answers the quiz `"w2"`, but must answer `"small"`.'],
    [" ".repeat(answersLimitBytes + 1), "it is larger than 256 KiB, too large for a file of answers."],
  ])("readAnswers() says why %# cannot be judged", (text, message) => {
    const reading = read(text);
    expect(reading.readable ? "" : phraseAnswersFileProblem(reading.problem, "small")).toBe(message);
  });

  test("readAnswers() gets through bytes that are no text, deep nesting and huge names in time", () => {
    expect(readAnswers(smallQuiz, new Uint8Array([0xff, 0xfe, 0x00]))).toMatchObject({ readable: false });
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    expect(told(read(`{"quiz": "small", "answers": {"one": ${deep}}}`))["one"]).toContain("a list");
    const started = performance.now();
    read(`{"quiz": "small", "answers": {"${"n".repeat(200_000)}": NaN}}`);
    read(`"${'\\"'.repeat(120_000)}`);
    read("{".repeat(250_000));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
