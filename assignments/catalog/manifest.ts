// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

export type Scoring =
  | {
      rule: "per-case";
      /**
       * Weight of one case of each visibility.
       */
      weights: {
        visible: number;
        hidden: number;
      };
    }
  | {
      rule: "all-or-nothing";
    };

/**
 * assignment.json: what an assignment asks, how its answers are compared and what they are worth.
 */
export interface Manifest {
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
   * Semantic version of the assignment.
   */
  version: string;
  week: number;
  title: string;
  limits: {
    /**
     * Time one case may take, milliseconds.
     */
    caseTimeMs: number;
    /**
     * Wall-clock budget of all cases of one submission, milliseconds.
     */
    submissionTimeMs: number;
    /**
     * Heap limit of the isolate, mebibytes.
     */
    memoryMb: number;
    /**
     * Largest submission, bytes over all its files.
     */
    sourceBytes: number;
    /**
     * Console output kept per case, bytes.
     */
    consoleBytes: number;
  };
  late?: LateSettings;
  /**
   * In the order of the handout.
   *
   * @minItems 1
   */
  exercises: [Exercise, ...Exercise[]];
}
/**
 * What lateness costs; applied by `batch`, where `--late` replaces it. Dates have a time and a zone: 2026-11-20T18:00Z.
 */
export interface LateSettings {
  due: string;
  /**
   * Minutes after the due date that cost nothing; whoever is later than that is late from the due date on. Default 0.
   */
  graceMinutes?: number;
  /**
   * Off for each begun day. Default 0.
   */
  percentPerDay?: number;
  /**
   * What the percentage is of: the points that were reached (default), or those that could be.
   */
  percentOf?: "score" | "max";
  /**
   * Most that lateness can cost. Default 100.
   */
  capPercent?: number;
  /**
   * After this nothing counts any more: 0 points.
   */
  hardDeadline?: string;
  /**
   * Days that each student may be late for nothing. Default 0.
   */
  lateDays?: number;
}
export interface Exercise {
  /**
   * Name of the exported function.
   */
  id: string;
  title: string;
  points: number;
  /**
   * Parameter names of the contract, in order.
   */
  parameters: string[];
  /**
   * Parameters that the function is to change in place; the result is then compared together with them.
   */
  mutates?: string[];
  /**
   * Call the first case once more after all others, to find functions that keep state. Default true.
   */
  repeat?: boolean;
  /**
   * Time one case of this exercise may take, milliseconds, instead of the assignment's.
   */
  caseTimeMs?: number;
  comparison: Comparison;
  cases: {
    visible: number;
    hidden: number;
  };
  scoring: Scoring;
  /**
   * Exercises whose result this one builds on.
   */
  prerequisites?: string[];
  /**
   * Skip this exercise, naming the cause, when a prerequisite did not pass. Default false.
   */
  skipWhenPrerequisiteFails?: boolean;
  /**
   * Shown when the exercise failed; first the most general.
   */
  hints: string[];
}
/**
 * |actual - expected| <= atol + rtol * |expected|, per element.
 */
export interface Comparison {
  rtol: number;
  atol: number;
  /**
   * Kind of element a tensor must hold; any: compared by value.
   */
  dtype: "float" | "int" | "any";
}
