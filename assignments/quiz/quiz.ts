// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

export type Question = SingleQuestion | MultipleQuestion | NumericQuestion | OrderingQuestion | TextQuestion;
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
  schemaVersion: 1;
  /**
   * Equal to the folder's name.
   */
  id: string;
  /**
   * Semantic version of the quiz.
   */
  version: string;
  week: number;
  title: string;
  /**
   * @minItems 1
   */
  questions: [Question, ...Question[]];
}
/**
 * Exactly one choice is right.
 */
export interface SingleQuestion {
  kind: "single";
  id: Id;
  /**
   * A few words for tables.
   */
  title: string;
  prompt: Text;
  points: number;
  /**
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
  kind: "multiple";
  id: Id;
  /**
   * A few words for tables.
   */
  title: string;
  prompt: Text;
  points: number;
  /**
   * @minItems 2
   */
  choices: [Choice, Choice, ...Choice[]];
}
/**
 * The answer is a number in the unit that the prompt names.
 */
export interface NumericQuestion {
  kind: "numeric";
  id: Id;
  /**
   * A few words for tables.
   */
  title: string;
  prompt: Text;
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
  kind: "ordering";
  id: Id;
  /**
   * A few words for tables.
   */
  title: string;
  prompt: Text;
  points: number;
  /**
   * @minItems 2
   */
  choices: [Choice, Choice, ...Choice[]];
}
/**
 * The answer is a word or a few; capitals and surrounding spaces do not count.
 */
export interface TextQuestion {
  kind: "text";
  id: Id;
  /**
   * A few words for tables.
   */
  title: string;
  prompt: Text;
  points: number;
}
