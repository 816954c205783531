import type { Answer } from "../../assignments/quiz/answers.ts";
import type { Question } from "../../assignments/quiz/quiz.ts";
import type { GivenAnswer } from "../../assignments/quiz/read-answer.ts";
import type { AnswersReading } from "../../assignments/quiz/read-answers.ts";
import { roundPoints, sumPoints } from "../../assignments/values/round-points.ts";
import { normalizeTextAnswer } from "../../reference/quiz/answer-pattern.ts";
import type { AnswerKey } from "../../reference/quiz/quiz-key.ts";
import { ownLanguage } from "../../reports/messages/language.ts";
import {
  phraseAnswerNote,
  phraseAnswerProblem,
  phraseAnswersFileProblem,
} from "../../reports/phrasing/phrase-answers.ts";
import { summarise } from "../../reports/phrasing/summarise.ts";
import type { CaseReport, ExerciseReport, QuestionReport, Report } from "../../reports/report/report.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { answerInWords } from "./parse-reply.ts";
import type { QuizBasis } from "./quiz-basis.ts";

/**
 * The report of one student's answers: a function of its arguments, the same bytes every time. A question is an
 * exercise with one visible case; `backend` is `cpu`, as plain JavaScript compares the answers.
 */
export function gradeAnswers(basis: QuizBasis, submission: Report["submission"], reading: AnswersReading): Report {
  const exercises = basis.quiz.questions.map((question) =>
    reportQuestion(question, basis.key.answers[question.id], givenTo(question, reading)),
  );
  const notes = reading.readable ? reading.notes.map(phraseAnswerNote) : [];
  const end: ReportEnd = reading.readable
    ? { status: "graded" }
    : { status: "not-gradable", message: phraseAnswersFileProblem(reading.problem, basis.quiz.id) };
  return reportOf(basis, submission, { ...end, ...(notes.length > 0 && { notes }) }, exercises);
}

/**
 * The report of answers that could not be judged by our own fault: it costs no points.
 * @param message What failed.
 */
export function ungradedAnswers(basis: QuizBasis, submission: Report["submission"], message: string): Report {
  const exercises = basis.quiz.questions.map((question): ExerciseReport => {
    const { id, title, points, kind, prompt } = question;
    const exercise = {
      ...{ id, title, score: points, maxScore: points, status: "grader-error" as const },
      ...{ misconceptions: [], hints: [], cases: [] },
      question: { kind, prompt, given: [], feedback: [] },
    };
    return { ...exercise, summary: summarise(exercise) };
  });
  return reportOf(basis, submission, { status: "grader-error", message }, exercises);
}

/** What came of a file of answers. */
type ReportEnd = Pick<Report, "status" | "message" | "notes">;

function reportOf(
  { quiz, version, seed, foreign }: QuizBasis,
  submission: Report["submission"],
  { notes, ...end }: ReportEnd,
  questions: readonly ExerciseReport[],
): Report {
  const exercises = questions.map((one) => ({ ...one, ...(foreign !== undefined && { language: foreign }) }));
  return {
    schemaVersion: 1,
    assignment: quiz.id,
    assignmentTitle: quiz.title,
    assignmentVersion: version,
    submission,
    seed,
    backend: "cpu",
    audience: "instructor",
    ...ownLanguage(),
    score: sumPoints(exercises.map(({ score }) => score)),
    maxScore: sumPoints(exercises.map(({ maxScore }) => maxScore)),
    ...end,
    ...(notes !== undefined && { notes }),
    exercises,
  };
}

const givenTo = ({ id }: Question, reading: AnswersReading): GivenAnswer =>
  (reading.readable ? reading.given.get(id) : undefined) ?? { state: "missing" };

function reportQuestion(question: Question, key: AnswerKey | undefined, given: GivenAnswer): ExerciseReport {
  if (key === undefined) throw new Error(`Cannot grade question "${question.id}": its key is missing`);
  switch (given.state) {
    case "missing":
      return assemble(question, key, "not-implemented", 0, { given: [], feedback: [] });
    case "malformed": {
      const problem = phraseAnswerProblem(given.problem);
      return assemble(question, key, "bad-value", 0, { given: [given.found], feedback: [], problem });
    }
    case "answered":
      return reportAnswered(question, key, given.answer);
    default:
      given satisfies never;
      throw new TypeError("Cannot grade an answer in an unknown state");
  }
}

function reportAnswered(question: Question, key: AnswerKey, answer: Answer): ExerciseReport {
  const { share, feedback, missed, known } = judgeAnswer(key, answer);
  return assemble(question, key, share === 1 ? "passed" : "wrong", share, {
    given: answerInWords(question, answer),
    feedback: [...feedback],
    answer: { values: countedValues(question, answer), ...(known !== undefined && { known }) },
    ...(missed > 0 && { missed }),
  });
}

/** Answers that a class counts as the same have the same values. */
function countedValues({ kind }: Question, answer: Answer): string[] {
  if (kind === "text") return [normalizeTextAnswer(String(answer))];
  return (Array.isArray(answer) ? answer : [answer]).map(String);
}

function assemble(
  question: Question,
  key: AnswerKey,
  outcome: CaseReport["outcome"],
  share: number,
  details: Pick<QuestionReport, "given" | "feedback" | "problem" | "answer" | "missed">,
): ExerciseReport {
  const { id, kind, title, prompt, points } = question;
  const exercise = {
    id,
    title,
    score: roundPoints(share * points),
    maxScore: points,
    status: statusOf(outcome, share),
    misconceptions: [],
    hints: [],
    question: {
      kind,
      prompt,
      ...details,
      correct: answerInWords(question, key.correct),
      explanation: key.explanation,
    },
    cases: [{ id: "answer", visibility: "visible" as const, outcome }],
  };
  return { ...exercise, summary: summarise(exercise) };
}

function statusOf(outcome: CaseReport["outcome"], share: number): ExerciseReport["status"] {
  if (outcome === "passed" || outcome === "not-implemented") return outcome;
  return share > 0 ? "partial" : "failed";
}
