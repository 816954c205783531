import { inLanguage, languageOf } from "../messages/language.ts";
import type {
  Adjustments,
  Asked,
  CaseReport,
  Clue,
  Counterexample,
  Diagnosis,
  ExerciseReport,
  LateDeduction,
  MissingExport,
  Observation,
  Progress,
  QuestionReport,
  Report,
  SourceLines,
  SourcePlace,
  TypeErrors,
} from "../report/report.ts";
import { summarise } from "./summarise.ts";

/**
 * The report as its student may see it. A hidden case shows only its id, visibility and class of outcome; mistakes are
 * those that the visible cases point to; summaries are written anew from that. Every field kept is listed here, so that
 * a field added to the schema stays out until it is added here too. Applying it twice changes nothing more.
 */
export function studentView(report: Report): Report {
  return {
    schemaVersion: report.schemaVersion,
    assignment: report.assignment,
    assignmentTitle: report.assignmentTitle,
    assignmentVersion: report.assignmentVersion,
    submission: { name: report.submission.name, sha256: report.submission.sha256 },
    seed: report.seed,
    backend: report.backend,
    audience: "student",
    ...(report.visibility !== undefined && { visibility: report.visibility }),
    ...(report.language !== undefined && { language: report.language }),
    score: report.score,
    maxScore: report.maxScore,
    status: report.status,
    // The message of a failed grader is about the grader and may quote a hidden case.
    ...(report.message !== undefined && report.status === "not-gradable" && { message: report.message }),
    ...(report.notes !== undefined && { notes: [...report.notes] }),
    exercises: inLanguage(languageOf(report), () => report.exercises.map(redactExercise)),
    ...(report.adjustments !== undefined && { adjustments: copyAdjustments(report.adjustments) }),
    ...(report.typeErrors !== undefined && { typeErrors: copyTypeErrors(report.typeErrors) }),
    ...(report.progress !== undefined && { progress: copyProgress(report.progress) }),
  };
}

/** They are about the student's own files alone, which TypeScript is given together with what students are given. */
function copyTypeErrors({ errors, more, unchecked, points }: TypeErrors): TypeErrors {
  return {
    errors: errors.map(({ file, line, column, length, source, code, exercise, message }) => ({
      ...{ file, line, column, code, message },
      ...(length !== undefined && { length }),
      ...(source !== undefined && { source }),
      ...(exercise !== undefined && { exercise }),
    })),
    ...(more !== undefined && { more }),
    ...(unchecked !== undefined && { unchecked }),
    ...(points !== undefined && { points }),
  };
}

/** It follows from points, outcomes and the mistakes that the visible cases point to, then and now. */
function copyProgress({ attempts, changed, exercises }: Progress): Progress {
  return {
    attempts: [...attempts],
    ...(changed !== undefined && { changed: [...changed] }),
    exercises: exercises.map(({ id, change, before, after, mistake }) => ({
      ...{ id, change, before, after },
      ...(mistake !== undefined && { mistake }),
    })),
  };
}

/** Lateness, type errors and the instructor's changes concern only this student, who may see all of them. */
function copyAdjustments({ rawScore, score, typeErrors, late, overrides }: Adjustments): Adjustments {
  return {
    rawScore,
    score,
    ...(typeErrors !== undefined && { typeErrors: { errors: typeErrors.errors, points: typeErrors.points } }),
    ...(late !== undefined && { late: copyLate(late) }),
    overrides: overrides.map(({ exercise, from, to, reason }) => ({
      ...(exercise !== undefined && { exercise }),
      from,
      to,
      reason,
    })),
  };
}

function copyLate({ lateSeconds, daysCounted, lateDaysUsed, points, sentence }: LateDeduction): LateDeduction {
  return { lateSeconds, daysCounted, lateDaysUsed, points, sentence };
}

function redactExercise(exercise: ExerciseReport): ExerciseReport {
  const cases = exercise.cases.map(redactCase);
  // A mistake that also explains the hidden cases would reveal what they look for.
  const diagnoses = exercise.visibleDiagnoses ?? [];
  const places = (exercise.places ?? [])
    .filter(({ misconception }) => diagnoses.some(({ id }) => id === misconception))
    .map(copyPlace);
  const observations = (exercise.visibleObservations ?? [])
    .filter(({ among }) => among === "visible")
    .map(copyObservation);
  const redacted = {
    id: exercise.id,
    title: exercise.title,
    ...(exercise.language !== undefined && { language: exercise.language }),
    ...(exercise.asked !== undefined && { asked: copyAsked(exercise.asked) }),
    score: exercise.score,
    maxScore: exercise.maxScore,
    status: exercise.status,
    misconceptions: diagnoses.map(({ id }) => id),
    ...(diagnoses.length > 0 && {
      diagnoses: copyDiagnoses(diagnoses),
      visibleDiagnoses: copyDiagnoses(diagnoses),
    }),
    ...(observations.length > 0 && { observations, visibleObservations: observations.map(copyObservation) }),
    hints: [...exercise.hints],
    ...(exercise.skippedBecause !== undefined && { skippedBecause: exercise.skippedBecause }),
    ...(exercise.missingExport !== undefined && { missingExport: copyMissingExport(exercise.missingExport) }),
    ...(exercise.question !== undefined && { question: redactQuestion(exercise.question, exercise.status) }),
    ...(places.length > 0 && { places }),
    ...(exercise.clues !== undefined && { clues: exercise.clues.map(copyClue) }),
    cases,
    ...copyCounterexample(exercise.counterexample),
  };
  return { ...redacted, summary: summarise(redacted) };
}

/** The handout is public. */
const copyAsked = ({ signature, formulas }: Asked): Asked => ({
  ...(signature !== undefined && { signature }),
  formulas: [...formulas],
});

function copyMissingExport({ onlyDefault, found, defined, asDefault }: MissingExport): MissingExport {
  return {
    onlyDefault,
    ...(found !== undefined && { found }),
    ...(defined !== undefined && { defined }),
    ...(asDefault !== undefined && { asDefault }),
  };
}

/** The right answer and its explanation go only to students who gave it: others may still be answering. */
function redactQuestion(question: QuestionReport, status: ExerciseReport["status"]): QuestionReport {
  const { kind, prompt, given, problem, feedback, missed, correct, explanation } = question;
  const isRight = status === "passed";
  return {
    kind,
    prompt,
    given: [...given],
    ...(problem !== undefined && { problem }),
    feedback: [...feedback],
    ...(missed !== undefined && { missed }),
    ...(isRight && correct !== undefined && { correct: [...correct] }),
    ...(isRight && explanation !== undefined && { explanation }),
  };
}

const copyDiagnoses = (diagnoses: readonly Diagnosis[]): Diagnosis[] =>
  diagnoses.map(({ id, name, explanation, language, isPossible }) => ({
    id,
    name,
    explanation,
    ...(language !== undefined && { language }),
    ...(isPossible !== undefined && { isPossible }),
  }));

/** Lines of the student's own, found by what is told of the mistake. */
function copyPlace({ misconception, file, firstLine, lines, marks, certainty, code }: SourcePlace): SourcePlace {
  return {
    misconception,
    ...copyLines({ file, firstLine, lines, marks }),
    certainty,
    ...(code !== undefined && { code }),
  };
}

/** Of the student's own lines, from visible cases and the states of exercises alone. */
function copyClue({ code, names, of, place }: Clue): Clue {
  return {
    code,
    names: [...names],
    ...(of !== undefined && { of }),
    ...(place !== undefined && { place: copyLines(place) }),
  };
}

const copyLines = ({ file, firstLine, lines, marks }: SourceLines): SourceLines => ({
  file,
  firstLine,
  lines: [...lines],
  marks: marks.map(({ line, column, length }) => ({ line, column, length })),
});

function copyObservation(observation: Observation): Observation {
  const { code, among, wrong, right, layers, ofItems, parameter, condition } = observation;
  return {
    code,
    among,
    ...(wrong !== undefined && { wrong: [...wrong] }),
    ...(right !== undefined && { right: [...right] }),
    ...(layers !== undefined && { layers }),
    ...(ofItems !== undefined && { ofItems }),
    ...(parameter !== undefined && { parameter }),
    ...(condition !== undefined && { condition: { ...condition } }),
  };
}

/** A public case; nothing of a hidden one but the way in which it fails has a part in which it is. See docs/security.md. */
function copyCounterexample(found: Counterexample | undefined): Pick<ExerciseReport, "counterexample"> {
  if (found?.case.visibility !== "visible") return {};
  return { counterexample: { token: found.token, case: redactCase(found.case) } };
}

function redactCase(caseReport: CaseReport): CaseReport {
  const { id, visibility, outcome, title, mismatch, error, badValue, limit, inputs, console, cause } = caseReport;
  // Anything not marked visible counts as hidden.
  if (visibility !== "visible") return { id, visibility, outcome };
  return {
    id,
    visibility,
    outcome,
    ...(title !== undefined && { title }),
    ...(mismatch !== undefined && { mismatch }),
    ...(error !== undefined && { error }),
    ...(badValue !== undefined && { badValue }),
    ...(limit !== undefined && { limit }),
    ...(inputs !== undefined && { inputs }),
    ...(console !== undefined && { console }),
    ...(cause !== undefined && { cause }),
  };
}
