// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

export type AnswerKey = SingleKey | MultipleKey | NumericKey | OrderingKey | TextKey;
/**
 * For the student who made the mistake; it does not give the right answer away.
 */
export type Explanation = string;
/**
 * A regular expression for the whole answer in lower case, of letters, digits, spaces, hyphens, groups, alternatives and optional parts.
 */
export type Pattern = string;

/**
 * reference/<quiz>/key.json: the right answers of a quiz and why they are right. Never given to a student.
 */
export interface QuizKey {
  /**
   * Where editors find this schema.
   */
  $schema?: string;
  /**
   * Version of this schema.
   */
  schemaVersion: 1;
  /**
   * Id of the quiz.
   */
  quiz: string;
  /**
   * By id of the question.
   */
  answers: {
    [k: string]: AnswerKey;
  };
}
export interface SingleKey {
  /**
   * One choice is right.
   */
  kind: "single";
  /**
   * Id of the right choice.
   */
  correct: string;
  /**
   * Why a wrong choice is wrong, by its id; one for each wrong choice.
   */
  wrong: {
    [k: string]: Explanation;
  };
  /**
   * Why the right answer is right.
   */
  explanation: string;
}
export interface MultipleKey {
  /**
   * Some choices are right.
   */
  kind: "multiple";
  /**
   * Ids of the right choices.
   *
   * @minItems 1
   */
  correct: [string, ...string[]];
  /**
   * Why a wrong choice is wrong, by its id; one for each wrong choice.
   */
  wrong: {
    [k: string]: Explanation;
  };
  /**
   * Why the right answer is right.
   */
  explanation: string;
}
export interface NumericKey {
  /**
   * A number is right.
   */
  kind: "numeric";
  /**
   * The right number.
   */
  correct: number;
  /**
   * Largest distance from the right number that counts as right.
   */
  tolerance: number;
  /**
   * Numbers that follow from known mistakes, compared with the same tolerance.
   */
  wrong: WrongNumber[];
  otherwise: Explanation;
  /**
   * Why the right answer is right.
   */
  explanation: string;
}
export interface WrongNumber {
  /**
   * A number that a known mistake leads to.
   */
  value: number;
  explanation: Explanation;
}
export interface OrderingKey {
  /**
   * One order is right.
   */
  kind: "ordering";
  /**
   * Ids of all choices, first to last.
   *
   * @minItems 1
   */
  correct: [string, ...string[]];
  /**
   * For each place but the last, why this step comes before the next one.
   */
  reasons: Explanation[];
  /**
   * Why the right answer is right.
   */
  explanation: string;
}
export interface TextKey {
  /**
   * Some words are right.
   */
  kind: "text";
  /**
   * The answer as it is shown.
   */
  correct: string;
  /**
   * What counts as right.
   *
   * @minItems 1
   */
  patterns: [Pattern, ...Pattern[]];
  /**
   * Wrong answers that are known.
   */
  wrong: WrongText[];
  otherwise: Explanation;
  /**
   * Why the right answer is right.
   */
  explanation: string;
}
export interface WrongText {
  pattern: Pattern;
  explanation: Explanation;
}
