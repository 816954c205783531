// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

/**
 * messages.<language>.json: what people read of an assignment, in another language than its manifest. What is not here stays as it is there.
 */
export interface CourseTexts {
  /**
   * What people call the assignment.
   */
  title: string;
  /**
   * By the id of the exercise.
   */
  exercises: {
    [k: string]: ExerciseTexts;
  };
  /**
   * Titles of cases, or their parts between commas, by what they are in cases.ts. `{n}` stands for a number and `{x}` for a name, which stay.
   */
  cases: {
    [k: string]: string;
  };
}
export interface ExerciseTexts {
  /**
   * What people call the exercise.
   */
  title: string;
  /**
   * As many as in the manifest, in the same order.
   */
  hints: string[];
  /**
   * Those of properties.ts, by the id of the property.
   */
  sentences?: {
    [k: string]: string;
  };
}
