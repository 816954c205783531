import { type ShuffleFor, shuffleChoices } from "../../assignments/quiz/choices.ts";
import type { Question, Quiz } from "../../assignments/quiz/quiz.ts";
import { longestTextAnswer } from "../../assignments/quiz/read-answer.ts";
import { sumPoints } from "../../assignments/values/round-points.ts";
import type { CourseLine } from "../course/course-line.ts";
import { compileTemplate, type InlineScript, inlineScript } from "../pages/compile-template.ts";
import { type RichText, richText } from "../pages/page-text.ts";
import { formatPoints, phrasePoints } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import { phraseHow } from "./question-prompt.ts";

type QuestionField = {
  readonly id: string;
  readonly kind: Question["kind"];
  readonly number: number;
  readonly points: string;
  readonly prompt: RichText;
  readonly how: string;
  readonly unit: string | null;
  readonly isTicked: boolean;
  readonly inputType: "radio" | "checkbox";
  readonly isOrdering: boolean;
  readonly isNumeric: boolean;
  readonly isText: boolean;
  readonly choices: readonly { readonly id: string; readonly text: RichText }[];
  readonly positions: readonly number[];
};

type QuizPageView = InlineScript & {
  readonly quiz: string;
  readonly heading: string;
  /** What heading, questions and choices are in, where that is not the language of the page. */
  readonly foreign: "en" | null;
  readonly student: string | null;
  readonly courseLine: CourseLine | null;
  readonly count: number;
  readonly points: string;
  readonly longestText: number;
  readonly questions: readonly QuestionField[];
};

const renderPage = compileTemplate<QuizPageView>("quiz-page");
const script = inlineScript(new URL("./page-script.js", import.meta.url));

/** For whom the page is. */
type QuizPageOptions = Omit<ShuffleFor, "quiz"> & {
  /** What the quiz is in, where that is not the language that is being written. */
  readonly foreign?: "en";
  /** Default: it is no page of a course's site. */
  readonly courseLine?: CourseLine;
};

/**
 * A page on which one student answers a quiz and saves `answers.json`: one self-contained HTML file. Its only script is
 * its own, allowed by its hash; nothing is loaded or sent. It is made from the questions alone and contains no key.
 */
export function renderQuizPage(quiz: Quiz, { seed, student, foreign, courseLine }: QuizPageOptions): string {
  const order = { quiz: quiz.id, seed, student };
  return renderPage({
    quiz: quiz.id,
    heading: printable(quiz.title),
    foreign: foreign ?? null,
    student: student === "" ? null : printable(student),
    courseLine: courseLine ?? null,
    count: quiz.questions.length,
    points: formatPoints(sumPoints(quiz.questions.map(({ points }) => points))),
    longestText: longestTextAnswer,
    questions: quiz.questions.map((question, at) => questionField(question, at + 1, order)),
    ...script(),
  });
}

function questionField(question: Question, number: number, order: ShuffleFor): QuestionField {
  const { id, kind, prompt, points } = question;
  const choices = shuffleChoices(question, order);
  return {
    id,
    kind,
    number,
    points: phrasePoints(points),
    prompt: richText(prompt),
    how: phraseHow(kind),
    unit: question.kind === "numeric" ? (question.unit ?? null) : null,
    isTicked: kind === "single" || kind === "multiple",
    inputType: kind === "single" ? "radio" : "checkbox",
    isOrdering: kind === "ordering",
    isNumeric: kind === "numeric",
    isText: kind === "text",
    choices: choices.map((choice) => ({ id: choice.id, text: richText(choice.text) })),
    positions: choices.map((_, at) => at + 1),
  };
}
