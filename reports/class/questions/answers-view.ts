import { message } from "../../messages/message.ts";
import { type RichText, richText } from "../../pages/page-text.ts";
import { formatNumber, scorePercent } from "../../phrasing/text/format-number.ts";
import { printable } from "../../phrasing/text/printable.ts";
import type { AskedQuestion, ClassResult } from "../../report/class-result.ts";
import { phraseCoefficient } from "../exercises-view.ts";
import { showText } from "../student-link.ts";
import { analyseQuestions } from "./analyse-questions.ts";
import type { AnalysedAnswer, AnalysedQuestion } from "./question-analysis.ts";

/** Wrong answers of a question that are shown; the file has more. */
const mostWrong = 8;
/** What a student has typed is cut there. */
const longestTyped = 80;
/** Digits of a number that tell different answers apart. */
const digits = 12;

/** An answer for a template. */
type AnswerRow = {
  readonly label: RichText;
  readonly isRight: boolean;
  /** Not an answer: none, or all others. */
  readonly isQuiet: boolean;
  readonly note: string | null;
  readonly explanation: RichText | null;
  /** Of the bar. */
  readonly percent: number;
  readonly students: string;
  readonly upper: string | null;
  readonly lower: string | null;
  readonly foreign: "en" | null;
};

/** A question for a template. */
type QuestionRows = {
  readonly number: number;
  readonly title: string;
  readonly facts: string;
  readonly prompt: RichText;
  /** What its texts are in, where that is not the language of the page. */
  readonly foreign: "en" | null;
  /** The steps in the right order, of an ordering. */
  readonly order: readonly RichText[];
  readonly column: string;
  readonly rows: readonly AnswerRow[];
};

/** How a class has answered a quiz, for a template. */
export type AnswersView = {
  readonly students: number;
  readonly groupSize: number | null;
  readonly questions: readonly QuestionRows[];
};

/** What was answered to each question. @returns null where there are none, or what is right is not known. */
export function answersView(result: ClassResult): AnswersView | null {
  const { students, groupSize, questions } = analyseQuestions(result);
  if (questions.length === 0) return null;
  const asked = new Map(result.exercises.map(({ id, question }) => [id, question]));
  return {
    students,
    groupSize,
    questions: questions.flatMap((one, at) => {
      const question = asked.get(one.id);
      return question === undefined ? [] : [questionRows(one, question, at + 1)];
    }),
  };
}

function questionRows(analysed: AnalysedQuestion, question: AskedQuestion, number: number): QuestionRows {
  const { kind, language } = question;
  const texts = new Map(question.choices.map(({ id, text }) => [id, text]));
  return {
    number,
    title: printable(analysed.title),
    facts: phraseFacts(analysed),
    prompt: richText(analysed.prompt),
    foreign: language ?? null,
    order: kind === "ordering" ? question.correct.map((id) => richText(texts.get(id) ?? id)) : [],
    column: message(kind === "single" || kind === "multiple" ? "questions.chosen" : "questions.answer"),
    rows: shortened(analysed.answers).map((answer) => answerRow(answer, question)),
  };
}

function phraseFacts({ meanShare, discrimination }: AnalysedQuestion): string {
  if (meanShare === null) return "–";
  const share = message("questions.mean-share", { percent: phraseShare(meanShare) });
  if (discrimination === null) return share;
  const value = phraseCoefficient(discrimination);
  return message("questions.facts", { share, discrimination: message("questions.discrimination", { value }) });
}

/** With only the most frequent wrong answers. */
function shortened(answers: readonly AnalysedAnswer[]): AnalysedAnswer[] {
  const wrong = answers.filter(({ kind }) => kind === "wrong");
  const others = [...wrong.slice(mostWrong), ...answers.filter(({ kind }) => kind === "other")];
  const shown = answers.filter((answer) => !others.includes(answer));
  if (others.length === 0) return shown;
  const sum = (of: (answer: AnalysedAnswer) => number): number => others.reduce((total, one) => total + of(one), 0);
  const isGrouped = others.every(({ upper }) => upper !== null);
  const other: AnalysedAnswer = {
    ...{ kind: "other", values: [], isRight: false, spellings: sum(({ spellings = 1 }) => spellings) },
    ...{ count: sum(({ count }) => count), share: sum(({ share }) => share) },
    upper: isGrouped ? sum(({ upper }) => upper ?? 0) : null,
    lower: isGrouped ? sum(({ lower }) => lower ?? 0) : null,
  };
  const at = shown.findIndex(({ kind }) => kind === "unreadable" || kind === "missing");
  return at === -1 ? [...shown, other] : shown.toSpliced(at, 0, other);
}

function answerRow(answer: AnalysedAnswer, question: AskedQuestion): AnswerRow {
  const { kind, isRight, spellings, explanation, count, share, upper, lower } = answer;
  const isListed = kind === "choice" || kind === "right" || kind === "wrong";
  return {
    label: labelOf(answer, question),
    isRight,
    isQuiet: !isListed,
    note: isListed && spellings !== undefined ? message("questions.spellings", { count: spellings }) : null,
    explanation: explanation === undefined ? null : richText(explanation),
    percent: scorePercent(share, 1),
    students: message("class.full", { full: count, percent: scorePercent(share, 1) }),
    upper: upper === null ? null : phraseShare(upper),
    lower: lower === null ? null : phraseShare(lower),
    foreign: isListed && kind !== "wrong" ? (question.language ?? null) : null,
  };
}

const phraseShare = (share: number): string => `${scorePercent(share, 1)} %`;

function labelOf({ kind, values, text, spellings = 1 }: AnalysedAnswer, question: AskedQuestion): RichText {
  switch (kind) {
    case "choice":
      return richText(text ?? values.join(" "));
    case "right":
    case "wrong":
      return plainText(typedText(values, question));
    case "other":
      return plainText(message("questions.other", { count: spellings }));
    case "unreadable":
    case "missing":
      return plainText(message(`questions.${kind}`));
    default:
      kind satisfies never;
      return [];
  }
}

/** Text of a student: never code, whatever it looks like. */
const plainText = (text: string): RichText => [{ code: false, text: showText(text, longestTyped) }];

/** What was typed; of an order, the places of its steps in the right one. */
function typedText(values: readonly string[], { kind, correct, tolerance, unit }: AskedQuestion): string {
  if (kind === "ordering") return values.map((id) => correct.indexOf(id) + 1).join(" ");
  const typed = values.join(" ");
  if (kind !== "numeric") return typed;
  const number = formatNumber(Number(typed), digits);
  const within = tolerance === undefined || typed !== correct.join(" ") ? "" : ` ± ${formatNumber(tolerance)}`;
  return [`${number}${within}`, ...(unit === undefined ? [] : [unit])].join(" ");
}
