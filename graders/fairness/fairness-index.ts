// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

/**
 * index.json, in a folder of submissions that test the judge: which are right and which are wrong.
 */
export interface FairnessIndex {
  /**
   * Where editors find this schema.
   */
  $schema?: string;
  /**
   * Submissions that must get full marks.
   */
  correct?: CorrectEntry[];
  /**
   * Submissions of which one function must not get full marks.
   */
  wrong?: WrongEntry[];
}
export interface CorrectEntry {
  /**
   * A file or folder, from the folder of the index.
   */
  file: string;
  /**
   * Id of the assignment.
   */
  assignment: string;
  /**
   * The function that is written unusually.
   */
  function?: string;
  /**
   * What is unusual.
   */
  style?: string;
  /**
   * Exercises that do not count.
   */
  ignore?: string[];
}
export interface WrongEntry {
  /**
   * A file or folder, from the folder of the index.
   */
  file: string;
  /**
   * Id of the assignment.
   */
  assignment: string;
  /**
   * The function that is wrong.
   */
  function: string;
  /**
   * What is wrong with it.
   */
  mistake: string;
  /**
   * How easily it is seen: subtle or gross.
   */
  severity?: string;
  /**
   * Exercises that do not count.
   */
  ignore?: string[];
}
