import type { AskedQuestion, ClassExercise, ClassResult } from "../../report/class-result.ts";
import { type ExerciseStatistics, exerciseStatistics, type Statistic } from "../statistics/exercise-statistics.ts";
import { type ExtremeGroups, groupMean } from "../statistics/extreme-groups.ts";
import { countsInExercises } from "../statistics/score-statistics.ts";
import { clusterWrong, type GivenSummary } from "./cluster-wrong.ts";
import type { AnalysedAnswer, AnalysedQuestion, QuestionAnalysis } from "./question-analysis.ts";

/** Wrong answers to one question that are listed; all others are counted together. */
const mostWrong = 50;

/** An answer that is listed, and whose it is: for each student who counts, whether it is theirs. */
type Counted = Pick<AnalysedAnswer, "kind" | "values" | "text" | "isRight" | "spellings" | "explanation"> & {
  readonly whose: readonly boolean[];
};

/** How a class has answered the questions of a quiz. The same for the same class: shares have at most six decimals. */
export function analyseQuestions(result: Omit<ClassResult, "maxScore" | "unmatched">): QuestionAnalysis {
  const { count, exercises, alpha, groups } = exerciseStatistics(result);
  const counting = result.students.filter(countsInExercises);
  return {
    schemaVersion: 1,
    assignment: result.assignment,
    assignmentTitle: result.assignmentTitle,
    assignmentVersion: result.assignmentVersion,
    students: count,
    groupSize: groups?.size ?? null,
    alpha: statisticValue(alpha),
    questions: result.exercises.flatMap((exercise, at) => {
      const { question } = exercise;
      const given = counting.map(({ summary }) => summary?.exercises.find(({ id }) => id === exercise.id));
      return question === undefined ? [] : [analyse(exercise, question, given, exercises[at], groups)];
    }),
  };
}

function analyse(
  { id, title, maxScore }: ClassExercise,
  question: AskedQuestion,
  given: readonly GivenSummary[],
  statistics: ExerciseStatistics | undefined,
  groups: ExtremeGroups | undefined,
): AnalysedQuestion {
  const { kind, prompt } = question;
  const counted =
    question.choices.length === 0 || kind === "ordering" ? typed(question, given) : chosen(question, given);
  return {
    ...{ id, title, kind, prompt, maxScore },
    meanShare: statisticValue(statistics?.difficulty),
    full: statistics?.full ?? 0,
    discrimination: statisticValue(statistics?.discrimination),
    upperLower: statisticValue(statistics?.upperLower),
    answers: [...counted, ...withoutAnswer(given)].map((one) => withShares(one, groups)),
  };
}

function chosen({ choices, correct }: AskedQuestion, given: readonly GivenSummary[]): Counted[] {
  return choices.map(({ id, text }) => ({
    ...{ kind: "choice" as const, values: [id], text, isRight: correct.includes(id) },
    whose: given.map((one) => one?.answer?.values.includes(id) ?? false),
  }));
}

function typed({ correct }: AskedQuestion, given: readonly GivenSummary[]): Counted[] {
  const clusters = clusterWrong(given);
  const others = clusters.slice(mostWrong);
  const whoElse = new Set(others.flatMap(({ members }) => [...members]));
  const right = given.map((one) => one?.status === "passed");
  return [
    { kind: "right", values: [...correct], isRight: true, whose: right },
    ...clusters.slice(0, mostWrong).map(({ values, spellings, explanation, members }) => ({
      ...{ kind: "wrong" as const, values: [...values], isRight: false },
      ...(spellings > 1 && { spellings }),
      ...(explanation !== undefined && { explanation }),
      whose: given.map((_, at) => members.has(at)),
    })),
    ...ifAny({
      ...{ kind: "other", values: [], isRight: false },
      ...(others.length > 1 && { spellings: others.reduce((sum, { spellings }) => sum + spellings, 0) }),
      whose: given.map((_, at) => whoElse.has(at)),
    }),
  ];
}

/** Nothing at all, or nothing that could be judged. */
function withoutAnswer(given: readonly GivenSummary[]): Counted[] {
  const isMissing = (one: GivenSummary): boolean => one === undefined || one.status === "not-implemented";
  const isUnreadable = (one: GivenSummary): boolean => !isMissing(one) && one?.answer === undefined;
  return [
    ...ifAny({ kind: "unreadable", values: [], isRight: false, whose: given.map(isUnreadable) }),
    ...ifAny({ kind: "missing", values: [], isRight: false, whose: given.map(isMissing) }),
  ];
}

const ifAny = (counted: Counted): Counted[] => (counted.whose.includes(true) ? [counted] : []);

function withShares({ whose, ...answer }: Counted, groups: ExtremeGroups | undefined): AnalysedAnswer {
  const values = whose.map(Number);
  const count = values.reduce((sum, value) => sum + value, 0);
  return {
    ...answer,
    count,
    share: values.length === 0 ? 0 : rounded(count / values.length),
    upper: groups === undefined ? null : rounded(groupMean(groups.upper, values, groups.size)),
    lower: groups === undefined ? null : rounded(groupMean(groups.lower, values, groups.size)),
  };
}

const statisticValue = (statistic: Statistic | undefined): number | null =>
  statistic === undefined || statistic.value === null ? null : rounded(statistic.value);

const rounded = (value: number): number => Number(value.toFixed(6)) + 0;
