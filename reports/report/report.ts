// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

export type Shape = number[];
/**
 * A number, or the name of one that JSON cannot hold.
 */
export type NumberText = number | ("NaN" | "Infinity" | "-Infinity");

/**
 * The result of grading one submission. Fields may be added, never renamed.
 */
export interface Report {
  schemaVersion: 1;
  assignment: string;
  assignmentTitle: string;
  /**
   * Semantic version, a plus sign, and a hash of everything that decides the expected values.
   */
  assignmentVersion: string;
  submission: {
    name: string;
    /**
     * Over the paths and bytes of all its files.
     */
    sha256: string;
  };
  /**
   * Chosen by the instructor; hidden cases derive from it and the course secret.
   */
  seed: number;
  /**
   * What computed the expected values.
   */
  backend: "tensorflow" | "cpu";
  audience: "student" | "instructor";
  /**
   * Only these cases were run, as `check` does: the points are not those of the graded work. Absent where all were.
   */
  visibility?: "visible";
  score: number;
  maxScore: number;
  status: "graded" | "not-gradable" | "grader-error";
  /**
   * Why nothing could be graded.
   */
  message?: string;
  /**
   * What the reader should know about this run.
   */
  notes?: string[];
  exercises: ExerciseReport[];
  adjustments?: Adjustments;
}
export interface ExerciseReport {
  id: string;
  title: string;
  score: number;
  maxScore: number;
  status: "passed" | "partial" | "failed" | "not-implemented" | "skipped" | "grader-error";
  misconceptions: string[];
  /**
   * The misconceptions by name, with what to think about; in the order of `misconceptions`.
   */
  diagnoses?: Diagnosis[];
  /**
   * What the visible cases alone point to. A student's view has these as `diagnoses` and `misconceptions`.
   */
  visibleDiagnoses?: Diagnosis[];
  /**
   * One sentence for the student.
   */
  summary: string;
  hints: string[];
  /**
   * The prerequisite that did not pass.
   */
  skippedBecause?: string;
  /**
   * A fingerprint of the wrong values that were returned: equal for submissions that are wrong in the same way. Absent from a student's view.
   */
  wrongOutput?: string;
  missingExport?: MissingExport;
  question?: QuestionReport;
  cases: CaseReport[];
}
export interface Diagnosis {
  id: string;
  name: string;
  explanation: string;
}
/**
 * Present when the submission exports no function of this name.
 */
export interface MissingExport {
  /**
   * An exported name that was probably meant for it.
   */
  found?: string;
  /**
   * A name that the submission defines and does not export: the one asked for, or one that was probably meant for it.
   */
  defined?: string;
  /**
   * What is defined is the default export.
   */
  asDefault?: true;
  /**
   * The submission has a default export and nothing else.
   */
  onlyDefault: boolean;
}
/**
 * For a quiz: the question and the answer.
 */
export interface QuestionReport {
  kind: "single" | "multiple" | "numeric" | "ordering" | "text";
  prompt: string;
  /**
   * The answer in words; empty where there is none.
   */
  given: string[];
  /**
   * Why the answer could not be judged.
   */
  problem?: string;
  /**
   * Why what was answered is wrong, an explanation for each mistake.
   */
  feedback: string[];
  /**
   * Right choices that were not ticked.
   */
  missed?: number;
  /**
   * The right answer; absent from a student's view unless it was given.
   */
  correct?: string[];
  /**
   * Why it is right; absent from a student's view unless the right answer was given.
   */
  explanation?: string;
}
export interface CaseReport {
  id: string;
  visibility: "visible" | "hidden";
  outcome:
    | "passed"
    | "wrong"
    | "threw"
    | "not-implemented"
    | "timeout"
    | "memory"
    | "crashed"
    | "bad-value"
    | "skipped"
    | "grader-error";
  /**
   * What is special about the case; absent from a student's view of a hidden case.
   */
  title?: string;
  mismatch?: Mismatch;
  error?: ThrownError;
  badValue?: BadValue;
  limit?: Limit;
  /**
   * What a visible case calls the function with, in order; of a check only.
   */
  inputs?: CaseInput[];
  /**
   * What the submission printed in this case, cut to the manifest's limit.
   */
  console?: string;
  /**
   * For a grader-error: what went wrong in the grader.
   */
  cause?: string;
}
/**
 * The first difference between what was expected and what was found, shape before dtype before values.
 */
export interface Mismatch {
  code:
    | "kind"
    | "missing-keys"
    | "extra-keys"
    | "length"
    | "shape"
    | "dtype"
    | "non-finite"
    | "values"
    | "input-changed"
    | "state-kept"
    | "property";
  path: string;
  property?: BrokenProperty;
  /**
   * Missing or surplus keys.
   */
  keys?: string[];
  expectedKind?: string;
  actualKind?: string;
  expectedShape?: Shape;
  actualShape?: Shape;
  expectedDtype?: string;
  actualDtype?: string;
  expectedLength?: number;
  actualLength?: number;
  index?: Shape;
  expectedAt?: NumberText;
  actualAt?: NumberText;
  maxAbsoluteError?: NumberText;
  maxRelativeError?: NumberText;
  /**
   * Elements out of tolerance.
   */
  differing?: number;
  total?: number;
  rtol?: number;
  /**
   * As applied, after the cap for small tensors.
   */
  atol?: number;
  /**
   * Other places in the result that also differ.
   */
  alsoAt?: string[];
  expectedPreview?: Preview;
  actualPreview?: Preview;
  findings?: Finding[];
}
/**
 * For code property: what every right answer has and this one lacks.
 */
export interface BrokenProperty {
  id: string;
  sentence: string;
}
/**
 * The first elements of a tensor, row-major.
 */
export interface Preview {
  shape: Shape;
  values: NumberText[];
}
/**
 * How the found values are related to the expected ones, where that was recognised.
 */
export interface Finding {
  code:
    | "transposed"
    | "negated"
    | "factor"
    | "offset"
    | "permuted"
    | "reversed"
    | "shape-only"
    | "summed-over-axis"
    | "float-precision"
    | "all-zero"
    | "unchanged-input"
    | "step-negated"
    | "step-factor"
    | "equals-other-key";
  factor?: number;
  /**
   * The quantity that the factor equals: "1/m", "1 - beta".
   */
  named?: string;
  offset?: number;
  axis?: number;
  /**
   * The input or other key that the values equal.
   */
  key?: string;
}
export interface ThrownError {
  name: string;
  message: string;
  /**
   * Path inside the submission.
   */
  file?: string;
  line?: number;
  column?: number;
}
/**
 * The function returned something that is not a gradable value.
 */
export interface BadValue {
  reason:
    | "undefined"
    | "null"
    | "string"
    | "bigint"
    | "boolean"
    | "symbol"
    | "function"
    | "promise"
    | "date"
    | "proxy-or-class"
    | "typed-array"
    | "sparse-or-ragged-array"
    | "mixed-array"
    | "array-like"
    | "iterator"
    | "fake-tensor"
    | "disposed-tensor"
    | "unsupported-dtype"
    | "too-deep"
    | "too-large"
    | "getter-threw"
    | "malformed";
  /**
   * Where in the result: "" for the result itself, "parameters.W1", "[2].X".
   */
  path: string;
}
export interface Limit {
  /**
   * never-settled: a promise that nothing can settle any more.
   */
  kind: "case-time" | "submission-time" | "never-settled" | "memory";
  /**
   * Milliseconds, or mebibytes for memory.
   */
  amount: number;
}
/**
 * An argument, or a member of one. Numbers with a shape have a preview, everything else a text.
 */
export interface CaseInput {
  /**
   * Name of the parameter, and the way into it: `parameters.W1`.
   */
  path: string;
  /**
   * As one would write it: `0.1`, `new Rng(7)`.
   */
  text?: string;
  /**
   * Of a tensor.
   */
  dtype?: string;
  preview?: Preview;
}
/**
 * Changes of the score after grading: lateness, and what the instructor changed by hand.
 */
export interface Adjustments {
  /**
   * Points as graded: the report's `score`.
   */
  rawScore: number;
  /**
   * Points that count in the end.
   */
  score: number;
  late?: LateDeduction;
  /**
   * In the order in which they were applied: those of exercises before lateness, that of the whole after it.
   */
  overrides: AppliedOverride[];
}
/**
 * What lateness costs a student.
 */
export interface LateDeduction {
  /**
   * Time after the due date (extension included, grace not), whole seconds.
   */
  lateSeconds: number;
  /**
   * Whole or begun days that count, after grace and late days.
   */
  daysCounted: number;
  /**
   * Late days of the student's own that were used up.
   */
  lateDaysUsed: number;
  /**
   * Points taken off.
   */
  points: number;
  /**
   * For the page: `Handed in 1 day and 3 hours late. This counts as 2 days: 20 % off.`
   */
  sentence: string;
}
/**
 * A change that the instructor made by hand.
 */
export interface AppliedOverride {
  /**
   * Id of the exercise; absent for the whole assignment.
   */
  exercise?: string;
  /**
   * Points before.
   */
  from: number;
  /**
   * Points after.
   */
  to: number;
  reason: string;
}
