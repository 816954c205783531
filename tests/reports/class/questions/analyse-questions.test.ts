import { readFile } from "node:fs/promises";
import { Ajv } from "ajv";
import { expect, test } from "vitest";
import { analyseQuestions } from "../../../../reports/class/questions/analyse-questions.ts";
import type { AnalysedAnswer } from "../../../../reports/class/questions/question-analysis.ts";
import { questionsCsv } from "../../../../reports/class/questions/questions-csv.ts";
import { drawnAnswers, quizClass, type SmallAnswers } from "../../../fixtures/quiz-class.ts";
import { rightAnswers } from "../../../fixtures/small-quiz.ts";

/** The answers to one question: what, how many, and more where there is more. */
function answersTo(id: string, given: readonly (SmallAnswers | undefined)[]): string[] {
  const question = analyseQuestions(quizClass(given)).questions.find((one) => one.id === id);
  return (question?.answers ?? []).map(phrase);
}

const phrase = ({ kind, values, isRight, spellings, explanation, count, share }: AnalysedAnswer): string =>
  [kind, values.join(" "), count, share, isRight ? "right" : "", spellings, explanation]
    .filter((part) => part !== "" && part !== undefined)
    .join(" | ");

test("analyseQuestions() counts who chose and who ticked what, also what nobody chose", () => {
  const given = [rightAnswers, { ...rightAnswers, one: "a", some: ["a", "d"] }, { some: ["e"] }, {}];
  expect(answersTo("one", given)).toEqual([
    "choice | a | 1 | 0.25",
    "choice | b | 1 | 0.25 | right",
    "choice | c | 0 | 0",
    "missing | 2 | 0.5",
  ]);
  expect(answersTo("some", given)).toEqual([
    "choice | a | 2 | 0.5 | right",
    "choice | b | 1 | 0.25 | right",
    "choice | c | 1 | 0.25 | right",
    "choice | d | 1 | 0.25",
    "choice | e | 1 | 0.25",
    "missing | 1 | 0.25",
  ]);
});

test("analyseQuestions() counts what the key explains as one mistake, with what students were told", () => {
  const numbers = [2.5, 2.501, -2.5, -2.499, -2.5, 7, 7, "about 3", Number.NaN];
  expect(
    answersTo(
      "number",
      numbers.map((number) => ({ number })),
    ),
  ).toEqual([
    "right | 2.5 | 2 | 0.222222 | right",
    "wrong | -2.5 | 3 | 0.333333 | 2 | other sign",
    "wrong | 7 | 2 | 0.222222 | think of it",
    "unreadable | 1 | 0.111111",
    "missing | 1 | 0.111111",
  ]);
  const words = ["early stopping", "EARLY-STOP", "dropout", " Dropout. ", "momentum", "momentum", "Momentum"];
  expect(
    answersTo(
      "word",
      words.map((word) => ({ word })),
    ),
  ).toEqual([
    "right | early stopping | 2 | 0.285714 | right",
    "wrong | momentum | 3 | 0.428571 | two words",
    "wrong | dropout | 2 | 0.285714 | not that",
  ]);
});

test("analyseQuestions() keeps orders apart, each with the first step that is out of place", () => {
  const orders = [
    ["y", "z", "x"],
    ["x", "y", "z"],
    ["z", "y", "x"],
    ["x", "y", "z"],
  ];
  expect(
    answersTo(
      "order",
      orders.map((order) => ({ order })),
    ),
  ).toEqual([
    "right | y z x | 1 | 0.25 | right",
    "wrong | x y z | 2 | 0.5 | z next",
    "wrong | z y x | 1 | 0.25 | y first",
  ]);
});

test("analyseQuestions() lists fifty wrong answers, and counts the others together", () => {
  const found = answersTo(
    "word",
    Array.from({ length: 60 }, (_, at) => ({ word: `guess ${String(at).padStart(2, "0")}` })),
  );
  expect(found).toHaveLength(52);
  expect(found[1]).toBe("wrong | guess 00 | 1 | 0.016667 | two words");
  expect(found.at(-1)).toBe("other | 10 | 0.166667 | 10");
});

test("analyseQuestions() tells strong from weak students from ten on, and nothing of fewer or of equal ones", () => {
  const half = (count: number): SmallAnswers[] =>
    Array.from({ length: count }, (_, at) => (at % 2 === 0 ? rightAnswers : { one: "a" }));
  const [one] = analyseQuestions(quizClass(half(10))).questions;
  // All of the upper group have chosen b, all of the lower one a.
  expect(one).toMatchObject({ meanShare: 0.5, full: 5, discrimination: 1, upperLower: 1 });
  expect(one?.answers.map(({ upper, lower }) => [upper, lower])).toEqual([
    [0, 1],
    [1, 0],
    [0, 0],
  ]);
  for (const given of [half(9), Array.from({ length: 20 }, () => rightAnswers)]) {
    const analysis = analyseQuestions(quizClass(given));
    expect(analysis.groupSize).toBeNull();
    for (const { discrimination, upperLower, answers } of analysis.questions) {
      expect(
        [discrimination, upperLower, ...answers.flatMap(({ upper, lower }) => [upper, lower])].every(
          (value) => value === null,
        ),
      ).toBe(true);
    }
  }
});

test("analyseQuestions() counts neither who handed in nothing nor what could not be read, and can count nobody", () => {
  const result = quizClass([rightAnswers, undefined, { one: "a" }]);
  expect(analyseQuestions(result)).toMatchObject({ students: 2, questions: [{ full: 1 }, {}, {}, {}, {}] });
  expect(analyseQuestions(quizClass([]))).toMatchObject({
    students: 0,
    questions: [{ meanShare: null, full: 0 }, {}, {}, {}, {}],
  });
});

test("analyseQuestions() takes points after changes by hand", () => {
  const result = quizClass([{ one: "a" }]);
  const students = result.students.map((student) => ({
    ...student,
    exercises: student.exercises.map((one) => (one.id === "one" ? { ...one, score: 2 } : one)),
  }));
  expect(analyseQuestions({ ...result, students }).questions[0]).toMatchObject({ meanShare: 1, full: 1 });
});

test("analyseQuestions() gives what its schema says, and every share of a single choice adds up", async () => {
  const schema = JSON.parse(
    await readFile(
      new URL("../../../../reports/class/questions/question-analysis.schema.json", import.meta.url),
      "utf8",
    ),
  );
  const analysis = analyseQuestions(quizClass(drawnAnswers(200)));
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema);
  expect(validate(analysis), JSON.stringify(validate.errors)).toBe(true);
  expect(analysis).toMatchObject({ students: 200, groupSize: 54 });
  for (const { kind, answers, discrimination, upperLower } of analysis.questions) {
    expect(discrimination).toBeGreaterThan(0.2);
    expect(upperLower).toBeGreaterThan(0.3);
    if (kind === "multiple") continue;
    expect(answers.reduce((sum, { count }) => sum + count, 0)).toBe(200);
    expect(answers.reduce((sum, { upper }) => sum + (upper ?? 0), 0)).toBeCloseTo(1, 4);
  }
});

test("questionsCsv() has a row for each answer, and no formula that a student typed", () => {
  const csv = questionsCsv(analyseQuestions(quizClass([{ word: "=1+1", one: "a" }, { word: '@sum("x");=2' }])));
  const rows = csv.split("\r\n");
  expect(rows[0]).toBe(
    "question,title,kind,points,students,mean_share,full,discrimination,upper_lower,answer_kind,answer,text,right,spellings,count,share,upper,lower,explanation",
  );
  expect(rows[1]).toBe("one,One,single,2,2,0,0,,,choice,a,A is,no,1,1,0.5,,,");
  expect(rows.filter((row) => row.startsWith("word"))).toMatchInlineSnapshot(`
    [
      "word,Word,text,1,2,0,0,,,right,early stopping,,yes,1,0,0,,,",
      "word,Word,text,1,2,0,0,,,wrong,'=1+1,,no,1,1,0.5,,,two words",
      "word,Word,text,1,2,0,0,,,wrong,"'@sum(""x"");'=2",,no,1,1,0.5,,,two words",
    ]
  `);
});
