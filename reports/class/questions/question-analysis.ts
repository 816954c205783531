// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

/**
 * questions.json, in the folder of a batch: how a class has answered the questions of a quiz. For instructors: it tells what is right.
 */
export interface QuestionAnalysis {
  /**
   * Version of this format.
   */
  schemaVersion: 1;
  /**
   * Id of the quiz.
   */
  assignment: string;
  /**
   * What people call it.
   */
  assignmentTitle: string;
  /**
   * As reports have it.
   */
  assignmentVersion: string;
  /**
   * Students who count: those whose answers were graded.
   */
  students: number;
  /**
   * Students in the upper group and in the lower one, 27 % each; null where there are none: fewer than ten students count, or all have the same total.
   */
  groupSize: number | null;
  /**
   * Cronbach's alpha; null where it is undefined.
   */
  alpha: number | null;
  /**
   * In the order of the quiz.
   */
  questions: AnalysedQuestion[];
}
export interface AnalysedQuestion {
  /**
   * Of the question.
   */
  id: string;
  /**
   * A few words for tables.
   */
  title: string;
  /**
   * Kind of the question.
   */
  kind: "single" | "multiple" | "numeric" | "ordering" | "text";
  /**
   * The question.
   */
  prompt: string;
  /**
   * Points for the right answer.
   */
  maxScore: number;
  /**
   * Mean share of the points, from 0 (hard) to 1 (easy): what item analysis calls difficulty. Points are those after changes by hand, before lateness.
   */
  meanShare: number | null;
  /**
   * Students with all points.
   */
  full: number;
  /**
   * Corrected item-total correlation: of the points here with the points in all other questions; null where it is undefined.
   */
  discrimination: number | null;
  /**
   * Upper-lower index: the mean share of the points in the upper group minus that in the lower one; null where it is undefined.
   */
  upperLower: number | null;
  /**
   * The choices in the order of the quiz; otherwise the right answer, then the wrong ones, the most frequent first; last what is no answer.
   */
  answers: AnalysedAnswer[];
}
export interface AnalysedAnswer {
  /**
   * choice: it was chosen or ticked; right, wrong: what was typed or ordered; other: all wrong answers that are not listed; unreadable: one that could not be judged; missing: none.
   */
  kind: "choice" | "right" | "wrong" | "other" | "unreadable" | "missing";
  /**
   * Ids of choices, first to last; otherwise the number or the text, as most have typed it; empty where there is none.
   */
  values: string[];
  /**
   * Of the choice.
   */
  text?: string;
  /**
   * Whether it is right, or one of the right choices.
   */
  isRight: boolean;
  /**
   * How many different answers are counted here; absent for one.
   */
  spellings?: number;
  /**
   * Why it is wrong, as the students were told.
   */
  explanation?: string;
  /**
   * Students.
   */
  count: number;
  /**
   * Of all who count.
   */
  share: number;
  /**
   * Share of the upper group; null where there is none.
   */
  upper: number | null;
  /**
   * Share of the lower group; null where there is none.
   */
  lower: number | null;
}
