import { message } from "../messages/message.ts";
import { type RichText, richText, splitName } from "../pages/page-text.ts";
import { scorePercent } from "../phrasing/text/format-number.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { ClassResult } from "../report/class-result.ts";
import {
  type Counted,
  type ExerciseMistakes,
  findMistakes,
  type WrongOutputCluster,
} from "./statistics/find-mistakes.ts";
import { type StudentLink, studentLink } from "./student-link.ts";

const mostCommonest = 6;
const mostSentences = 6;
const mostClusters = 8;
const mostNames = 24;

/** A mistake and how many students make it; the percentage is of those who have a result in the exercise. */
type CountedView = { readonly sentence: RichText; readonly count: number; readonly percent: number };

/** Students whose submissions return the same wrong values. */
type ClusterView = {
  readonly count: number;
  readonly sentence: RichText;
  readonly students: readonly StudentLink[];
  /** Students who are not named. */
  readonly more: number;
};

/** What the class got wrong in one exercise. */
type ExerciseMistakesView = {
  readonly number: number;
  readonly title: string;
  readonly name: readonly string[];
  readonly failed: string;
  readonly misconceptions: readonly CountedView[];
  readonly mismatches: readonly CountedView[];
  readonly clusters: readonly ClusterView[];
  /** Sentences and clusters that are not shown, null for none. */
  readonly moreMismatches: string | null;
  readonly moreClusters: string | null;
};

/** What the class got wrong. */
export type MistakesView = {
  readonly commonest: readonly (CountedView & { readonly number: number; readonly title: string })[];
  readonly exercises: readonly ExerciseMistakesView[];
};

/** The most common mistakes of the class, then by exercise; exercises without mistakes are left out. */
export function mistakesView(result: ClassResult): MistakesView {
  const found = findMistakes(result).map((mistakes, at) => ({
    mistakes,
    number: at + 1,
    title: printable(result.exercises[at]?.title ?? mistakes.id),
  }));
  return {
    commonest: found
      .flatMap(({ mistakes, number, title }) =>
        mistakes.misconceptions.map((counted) => ({ ...countedView(mistakes)(counted), number, title })),
      )
      .toSorted((a, b) => b.count - a.count)
      .slice(0, mostCommonest),
    exercises: found
      .filter(({ mistakes }) => mistakes.passed < mistakes.students)
      .map(({ mistakes, number, title }) => ({ number, title, ...exerciseView(mistakes) })),
  };
}

function exerciseView(mistakes: ExerciseMistakes): Omit<ExerciseMistakesView, "number" | "title"> {
  const { id, students, passed, misconceptions, mismatches, clusters } = mistakes;
  return {
    name: splitName(id),
    failed: message("class.did-not-pass", { failed: students - passed, total: students }),
    misconceptions: misconceptions.map(countedView(mistakes)),
    mismatches: mismatches.slice(0, mostSentences).map(countedView(mistakes)),
    clusters: clusters.slice(0, mostClusters).map(clusterView),
    moreMismatches: phraseMore(mismatches.slice(mostSentences), "sentences"),
    moreClusters: phraseMore(
      clusters.slice(mostClusters).map(({ students }) => ({ count: students.length })),
      "groups",
    ),
  };
}

function countedView({ students }: ExerciseMistakes): (counted: Counted) => CountedView {
  return ({ sentence, count }) => ({ sentence: richText(sentence), count, percent: scorePercent(count, students) });
}

function clusterView({ students, misconceptions, mismatches }: WrongOutputCluster): ClusterView {
  return {
    count: students.length,
    sentence: richText(phraseCluster(students.length, misconceptions, mismatches)),
    students: students.slice(0, mostNames).map(studentLink),
    more: Math.max(0, students.length - mostNames),
  };
}

function phraseCluster(count: number, misconceptions: readonly Counted[], mismatches: readonly Counted[]): string {
  const [mistake] = misconceptions;
  if (mistake !== undefined)
    return mistake.count === count
      ? mistake.sentence
      : message("class.of-them", { count: mistake.count, mistake: mistake.sentence });
  const [mismatch] = mismatches;
  const unknown = message("class.no-known-mistake");
  return mismatch === undefined ? unknown : `${unknown} ${mismatch.sentence}`;
}

/** `and 5 more groups of 2 to 4`. */
function phraseMore(rest: readonly { readonly count: number }[], what: "sentences" | "groups"): string | null {
  const counts = rest.map(({ count }) => count);
  if (counts.length === 0) return null;
  const [least, most] = [Math.min(...counts), Math.max(...counts)];
  const sizes = least === most ? message("class.size", { count: least }) : message("class.sizes", { least, most });
  return message(`class-more.${what}`, { count: counts.length, sizes });
}
