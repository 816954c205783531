// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

export type Question = SingleQuestion | MultipleQuestion | NumericQuestion | OrderingQuestion | TextQuestion;
/**
 * Lower-case letters, digits and hyphens; unique among the questions, or the choices of one.
 */
export type Id = string;
/**
 * Plain sentences; code stands between backticks.
 */
export type Text = string;

/**
 * quiz.json: the questions of a quiz as a student is given them. It holds no key.
 */
export interface Quiz {
  /**
   * Where editors find this schema.
   */
  $schema?: string;
  /**
   * Version of this schema.
   */
  schemaVersion: 1;
  /**
   * Equal to the folder's name.
   */
  id: string;
  /**
   * Semantic version of the quiz.
   */
  version: string;
  /**
   * Week of the course, from 1; lists are in this order.
   */
  week: number;
  /**
   * What people call it.
   */
  title: string;
  /**
   * In the order in which they are asked.
   *
   * @minItems 1
   */
  questions: [Question, ...Question[]];
}
/**
 * Exactly one choice is right.
 */
export interface SingleQuestion {
  /**
   * One choice is ticked.
   */
  kind: "single";
  id: Id;
  /**
   * A few words for tables.
   */
  title: string;
  prompt: Text;
  /**
   * Points for the right answer.
   */
  points: number;
  /**
   * Sorted by id, so that their order gives nothing away.
   *
   * @minItems 2
   */
  choices: [Choice, Choice, ...Choice[]];
}
export interface Choice {
  id: Id;
  text: Text;
}
/**
 * Any number of choices is right, at least one.
 */
export interface MultipleQuestion {
  /**
   * Any number of choices is ticked.
   */
  kind: "multiple";
  id: Id;
  /**
   * A few words for tables.
   */
  title: string;
  prompt: Text;
  /**
   * Points for the right answer.
   */
  points: number;
  /**
   * Sorted by id, so that their order gives nothing away.
   *
   * @minItems 2
   */
  choices: [Choice, Choice, ...Choice[]];
}
/**
 * The answer is a number in the unit that the prompt names.
 */
export interface NumericQuestion {
  /**
   * A number is typed.
   */
  kind: "numeric";
  id: Id;
  /**
   * A few words for tables.
   */
  title: string;
  prompt: Text;
  /**
   * Points for the right answer.
   */
  points: number;
  /**
   * Written behind the number; left out of a pure number.
   */
  unit?: string;
}
/**
 * All choices are put in order.
 */
export interface OrderingQuestion {
  /**
   * Choices are put in order.
   */
  kind: "ordering";
  id: Id;
  /**
   * A few words for tables.
   */
  title: string;
  prompt: Text;
  /**
   * Points for the right answer.
   */
  points: number;
  /**
   * Sorted by id, so that their order gives nothing away.
   *
   * @minItems 2
   */
  choices: [Choice, Choice, ...Choice[]];
}
/**
 * The answer is a word or a few; capitals and surrounding spaces do not count.
 */
export interface TextQuestion {
  /**
   * Words are typed.
   */
  kind: "text";
  id: Id;
  /**
   * A few words for tables.
   */
  title: string;
  prompt: Text;
  /**
   * Points for the right answer.
   */
  points: number;
}
