// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

/**
 * single: the id of a choice; multiple: the ids of the ticked choices; numeric: a number; ordering: all ids, first to last; text: the text.
 */
export type Answer = string | number | string[];

/**
 * answers.json: what a student answered in one quiz. A question that is not answered is left out.
 */
export interface Answers {
  /**
   * Id of the quiz.
   */
  quiz: string;
  /**
   * By id of the question.
   */
  answers: {
    [k: string]: Answer;
  };
}
