import { message } from "../messages/message.ts";
import type { InlineScript } from "../pages/compile-template.ts";
import { encodePath } from "../pages/page-text.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ClassResult, StudentResult } from "../report/class-result.ts";
import { type AttentionView, attentionView } from "./attention-view.ts";
import { type ExercisesView, exercisesView } from "./exercises-view.ts";
import { type MistakesView, mistakesView } from "./mistakes-view.ts";
import { type PartsKind, type PartWords, partWords } from "./part-words.ts";
import { type AnswersView, answersView } from "./questions/answers-view.ts";
import { type ScoresView, scoresView } from "./scores-view.ts";
import { countsInScores } from "./statistics/score-statistics.ts";
import { type StudentsView, studentsView } from "./students-view.ts";

/** What an instructor can choose about the class page. */
export type ClassPageOptions = {
  /** Share of the points from which a score passes, 0 to 1. Default 0.5. */
  readonly passShare?: number;
  /** Files beside the class page to link to: paths relative to it, forward slashes. */
  readonly links?: readonly { readonly path: string; readonly text: string }[];
  /** What the parts of the assignment are. Default exercises. */
  readonly parts?: PartsKind;
};

/** Everything the class page shows, decided: the template only lays it out. */
export type ClassPageView = InlineScript & {
  readonly heading: string;
  readonly parts: PartWords;
  readonly version: string;
  readonly links: readonly { readonly href: string; readonly text: string }[];
  readonly totals: ScoresView["totals"];
  readonly counting: string | null;
  readonly histogram: ScoresView["histogram"];
  readonly exercises: ExercisesView;
  /** Of a quiz whose key is known. */
  readonly answers: AnswersView | null;
  readonly mistakes: MistakesView;
  readonly attention: AttentionView;
  readonly needsAttention: boolean;
  readonly students: StudentsView;
};

/**
 * The view model of the class page.
 * @throws RangeError if a path is not relative, or `passShare` is no share.
 */
export async function classPageView(
  result: ClassResult,
  { passShare = 0.5, links = [], parts = "exercises" }: ClassPageOptions,
  script: InlineScript,
): Promise<ClassPageView> {
  if (!(passShare >= 0 && passShare <= 1))
    throw new RangeError(`Cannot take ${passShare} as the share to pass with: a number from 0 to 1 is needed`);
  const { totals, histogram } = await scoresView(result, passShare * result.maxScore);
  const attention = attentionView(result, parts);
  return {
    ...script,
    heading: printable(result.assignmentTitle),
    parts: partWords(parts),
    version: `${printable(result.assignment)} ${printable(result.assignmentVersion)}`,
    links: links.map(({ path, text }) => ({ href: encodePath(path), text })),
    totals,
    counting: phraseCounting(result.students),
    histogram,
    exercises: await exercisesView(result),
    answers: answersView(result),
    // What is wrong with an answer is the question's own: there is nothing to count.
    mistakes: parts === "questions" ? { commonest: [], exercises: [] } : mistakesView(result),
    attention,
    needsAttention: [attention.lists, attention.adjusted, attention.missing, attention.unmatched].some(
      ({ length }) => length > 0,
    ),
    students: studentsView(result, parts),
  };
}

/** Which students the numbers are of. @returns null for a class of nobody. */
function phraseCounting(students: readonly StudentResult[]): string | null {
  if (students.length === 0) return null;
  const counted = students.filter(countsInScores);
  const count = (status: StudentResult["status"], list: readonly StudentResult[]) =>
    list.filter((student) => student.status === status).length;
  const unloaded = count("not-gradable", counted);
  const byHand = counted.length - unloaded - count("graded", counted);
  const [missing, again] = [
    count("missing", students) - count("missing", counted),
    count("grader-error", students) - count("grader-error", counted),
  ];
  return [
    counted.length === students.length
      ? message("class.counts-all")
      : message("class.counts-some", { counted: counted.length, students: students.length }),
    ...(unloaded === 0 ? [] : [message("class.counts-unloaded", { count: unloaded })]),
    ...(byHand === 0 ? [] : [message("class.counts-by-hand", { count: byHand })]),
    ...(missing === 0 ? [] : [message("class.counts-missing", { count: missing })]),
    ...(again === 0 ? [] : [message("class.counts-again", { count: again })]),
  ].join(" ");
}
