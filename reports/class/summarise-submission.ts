import { inLanguage, languageOf } from "../messages/language.ts";
import { phraseFailure } from "../phrasing/phrase-case.ts";
import type { ExerciseSummary, SubmissionSummary } from "../report/class-result.ts";
import type { CaseReport, CountedAnswer, ExerciseReport, QuestionReport, Report } from "../report/report.ts";

/** A report in brief. @param report The instructor's. */
export function summariseSubmission(report: Report): SubmissionSummary {
  const { submission, status, message, score, maxScore } = report;
  return {
    sha256: submission.sha256,
    status,
    ...(message !== undefined && { message }),
    score,
    maxScore,
    exercises: inLanguage(languageOf(report), () => report.exercises.map(summariseExercise)),
  };
}

function summariseExercise(exercise: ExerciseReport): ExerciseSummary {
  const { id, score, maxScore, status, diagnoses = [], wrongOutput, cases, question } = exercise;
  const failed = status === "not-implemented" || status === "skipped" ? [] : cases.filter(countsAsMistake);
  const limits = limitOutcomes.filter((limit) => cases.some(({ outcome }) => outcome === limit));
  return {
    id,
    score,
    maxScore,
    status,
    misconceptions: diagnoses.map(({ id: misconception, name }) => ({ id: misconception, name })),
    mismatches: [...new Set(failed.map((one) => phraseFailure(one, exercise)))].slice(0, mostMismatches),
    ...(wrongOutput !== undefined && { wrongOutput }),
    ...(limits.length > 0 && { limits }),
    ...(question?.answer !== undefined && { answer: answerOf(question.answer, question) }),
    ...((status === "grader-error" || cases.some(({ outcome }) => outcome === "grader-error")) && {
      isIncomplete: true as const,
    }),
  };
}

/** Of a question with several ticks, each has its own explanation. */
function answerOf(answer: CountedAnswer, { kind, feedback }: QuestionReport): ExerciseSummary["answer"] & {} {
  const [explanation] = kind === "multiple" ? [] : feedback;
  return { ...answer, ...(explanation !== undefined && { explanation }) };
}

const limitOutcomes = ["timeout", "memory", "crashed"] as const;
/** The first ones say what is wrong; counting a class does not need the twentieth. */
const mostMismatches = 6;

const countsAsMistake = ({ outcome }: CaseReport): boolean =>
  outcome !== "passed" && outcome !== "skipped" && outcome !== "grader-error";
