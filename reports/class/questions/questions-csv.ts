import { type ClassExport, csvTable, textCell } from "../../exports/csv-table.ts";
import type { AnalysedAnswer, AnalysedQuestion, QuestionAnalysis } from "./question-analysis.ts";

const ofQuestion = [
  "question",
  "title",
  "kind",
  "points",
  "students",
  "mean_share",
  "full",
  "discrimination",
  "upper_lower",
];
const ofAnswer = [
  "answer_kind",
  "answer",
  "text",
  "right",
  "spellings",
  "count",
  "share",
  "upper",
  "lower",
  "explanation",
];

/** The analysis of a quiz as a table (RFC 4180): a row for each answer, with the figures of its question. Cells of what is undefined are empty. */
export function questionsCsv({ students, questions }: QuestionAnalysis): ClassExport["text"] {
  const rows = questions.flatMap((question) =>
    question.answers.map((answer) => [...questionCells(question, students), ...answerCells(answer)]),
  );
  return csvTable([[...ofQuestion, ...ofAnswer], ...rows]);
}

function questionCells(question: AnalysedQuestion, students: number): string[] {
  const { id, title, kind, maxScore, meanShare, full, discrimination, upperLower } = question;
  return [
    ...[textCell(id), textCell(title), kind, String(maxScore), String(students)],
    ...[number(meanShare), String(full), number(discrimination), number(upperLower)],
  ];
}

function answerCells(answer: AnalysedAnswer): string[] {
  const { kind, values, text, isRight, spellings, count, share, upper, lower, explanation } = answer;
  return [
    ...[kind, textCell(values.join(" ")), textCell(text ?? ""), isRight ? "yes" : "no", String(spellings ?? 1)],
    ...[String(count), number(share), number(upper), number(lower), textCell(explanation ?? "")],
  ];
}

const number = (value: number | null): string => (value === null ? "" : String(value));
