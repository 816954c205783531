// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

/**
 * A list of changes, each of which makes a case ([]: none), one change, or { "none": "why no pair of cases differs in this parameter" }
 */
export type Variation = Change[] | Changed | Unvaried;
/**
 * A number, null (not passed), "drawn" (from another drawing of the case), or an object with times, to, with or of
 */
export type Change = number | null | "drawn" | Changed;
/**
 * How cases make points.
 */
export type Scoring =
  | {
      /**
       * Points are shared out over the cases by weight.
       */
      rule: "per-case";
      /**
       * Weight of one case of each visibility.
       */
      weights: {
        /**
         * Weight of a visible case.
         */
        visible: number;
        /**
         * Weight of a hidden case.
         */
        hidden: number;
      };
    }
  | {
      /**
       * All points where every case passes, else none.
       */
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
  /**
   * Version of this schema.
   */
  schemaVersion: 1;
  /**
   * Equal to the folder's name.
   */
  id: string;
  /**
   * Semantic version of the assignment.
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
   * What a submission may use.
   */
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
  typeErrors?: TypeErrorSettings;
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
  /**
   * When it is due.
   */
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
/**
 * What type errors cost. Without it they are told and cost nothing; with it `grade` and `batch` look for them unasked.
 */
export interface TypeErrorSettings {
  /**
   * Points off for each type error.
   */
  pointsEach: number;
  /**
   * Most points that they cost together. Default all.
   */
  pointsAtMost?: number;
}
export interface Exercise {
  /**
   * Name of the exported function.
   */
  id: string;
  /**
   * What people call it.
   */
  title: string;
  /**
   * Points for all cases right; those of all exercises add up to 100.
   */
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
  /**
   * How many cases there are.
   */
  cases: {
    /**
     * Cases that students see, with their inputs and expected values.
     */
    visible: number;
    /**
     * Cases that only the grader has.
     */
    hidden: number;
    /**
     * Scenarios of the smallest cases there are, which do not count: whoever fails in hidden cases alone is shown one that fails in the same way. Default 0: nobody is.
     */
    small?: number;
  };
  /**
   * Hidden cases beyond those of `cases`: each is another hidden case with one parameter changed. By parameter; one that is not named here is taken from another drawing of the same case. Without `variations` there are none.
   */
  variations?: {
    [k: string]: Variation;
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
  /**
   * What of the result is drawn for students whose case fails, beside the expected one.
   */
  shows?: Shown[];
}
/**
 * |actual - expected| <= atol + rtol * |expected|, per element.
 */
export interface Comparison {
  /**
   * Relative tolerance.
   */
  rtol: number;
  /**
   * Absolute tolerance.
   */
  atol: number;
  /**
   * Kind of element a tensor must hold; any: compared by value.
   */
  dtype: "float" | "int" | "any";
}
/**
 * What the parameter changes to, and in which case; without `times` and `to`: to another drawing.
 */
export interface Changed {
  /**
   * Multiplies every number of it; 0 makes exact zeros.
   */
  times?: number;
  /**
   * The value that it gets.
   */
  to?: number;
  /**
   * Parameters that change in the same way, because they must fit: drawn together with it, or multiplied by the same number.
   *
   * @minItems 1
   */
  with?: [string, ...string[]];
  /**
   * Which hidden case of `cases` is changed, from 1. Default 1.
   */
  of?: number;
}
export interface Unvaried {
  /**
   * Why no pair of cases needs to differ in this parameter alone; `verify` then asks for none.
   */
  none: string;
}
export interface Shown {
  /**
   * curve: a series of numbers in their order. histogram: how the numbers of a tensor are distributed.
   */
  as: "curve" | "histogram";
  /**
   * Where in the result: "" for the result itself, "costs", "parameters.W1".
   */
  path: string;
  /**
   * For a curve: what is counted: "epoch".
   */
  x?: string;
}
