// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

/**
 * Extents of a tensor or array, outermost first, or the place of an element in it.
 */
export type Shape = number[];
/**
 * A number, or the name of one that JSON cannot hold.
 */
export type NumberText = number | ("NaN" | "Infinity" | "-Infinity");

/**
 * The result of grading one submission. Fields may be added, never renamed.
 */
export interface Report {
  /**
   * Version of this schema.
   */
  schemaVersion: 1;
  /**
   * Id of the assignment or quiz.
   */
  assignment: string;
  /**
   * What people call it.
   */
  assignmentTitle: string;
  /**
   * Semantic version, a plus sign, and a hash of everything that decides the expected values.
   */
  assignmentVersion: string;
  /**
   * What was graded.
   */
  submission: {
    /**
     * What it is called: its file or its student.
     */
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
  /**
   * Who may read it; a student's view tells nothing of hidden cases.
   */
  audience: "student" | "instructor";
  /**
   * Only these cases were run, as `check` does: the points are not those of the graded work. Absent where all were.
   */
  visibility?: "visible";
  /**
   * What its sentences are written in; absent: English.
   */
  language?: "en" | "de";
  /**
   * Points reached.
   */
  score: number;
  /**
   * Points that could be reached.
   */
  maxScore: number;
  /**
   * Whether it could be graded.
   */
  status: "graded" | "not-gradable" | "grader-error";
  /**
   * Why nothing could be graded.
   */
  message?: string;
  /**
   * What the reader should know about this run.
   */
  notes?: string[];
  /**
   * In the order of the manifest; of a quiz, one for each question.
   */
  exercises: ExerciseReport[];
  adjustments?: Adjustments;
  typeErrors?: TypeErrors;
  progress?: Progress;
}
export interface ExerciseReport {
  /**
   * Name of the function, or id of the question.
   */
  id: string;
  /**
   * What people call it.
   */
  title: string;
  /**
   * Of title, hints and titles of cases, where it is another than the report's.
   */
  language?: "en";
  asked?: Asked;
  /**
   * Points reached.
   */
  score: number;
  /**
   * Points that could be reached.
   */
  maxScore: number;
  /**
   * What came of its cases.
   */
  status: "passed" | "partial" | "failed" | "not-implemented" | "skipped" | "grader-error";
  /**
   * Ids of the known mistakes that explain what was returned.
   */
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
   * What the failing cases have in common, where no known mistake explains them all.
   */
  observations?: Observation[];
  /**
   * The same of the visible cases alone. A student's view has these as `observations`.
   */
  visibleObservations?: Observation[];
  /**
   * One sentence for the student.
   */
  summary: string;
  /**
   * Of the manifest; none where it passed.
   */
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
  /**
   * Where in the submission to look, for some of the misconceptions of `diagnoses` and `visibleDiagnoses`.
   */
  places?: SourcePlace[];
  /**
   * Facts about the submission's own lines that lead to the mistake, where no known one explains the failure beyond doubt; from visible cases and the states of other exercises alone.
   */
  clues?: Clue[];
  /**
   * First the visible, then the hidden ones.
   */
  cases: CaseReport[];
  counterexample?: Counterexample;
}
/**
 * What the handout asks of the function. Absent where it passed, and where the handout has no section about it.
 */
export interface Asked {
  /**
   * How it is declared.
   */
  signature?: string;
  /**
   * LaTeX.
   */
  formulas: string[];
}
export interface Diagnosis {
  /**
   * Id of the misconception.
   */
  id: string;
  /**
   * The mistake in a sentence.
   */
  name: string;
  /**
   * What to think about.
   */
  explanation: string;
  /**
   * Of name and explanation, where it is another than the report's.
   */
  language?: "en";
  /**
   * Fewer than two cases have its own numbers, or tell it from other mistakes: one possibility.
   */
  isPossible?: true;
}
/**
 * A fact about several cases of an exercise.
 */
export interface Observation {
  /**
   * nothing-drawn: nothing is taken from the generator of the call. other-draws: more, fewer or other numbers are taken than should be. changed-argument: cases fail that differ from one that passes in this argument alone. places: which members of the results are wrong and which are right. condition: what tells the cases that fail from those that pass. same-numbers: the results are the same where other ones are expected. ignored-argument: cases that differ in this argument alone have the same result, where other ones are expected.
   */
  code:
    | "places"
    | "condition"
    | "changed-argument"
    | "same-numbers"
    | "ignored-argument"
    | "nothing-drawn"
    | "other-draws";
  /**
   * Which cases the fact is about.
   */
  among: "visible" | "all";
  /**
   * For places: members that are wrong in a failing case.
   */
  wrong?: string[];
  /**
   * For places: members that are right in every case.
   */
  right?: string[];
  /**
   * For places: the layers that hold all that is wrong, where the number of layers varies.
   */
  layers?: "first" | "last" | "all but the first" | "all but the last" | "after the second";
  /**
   * For places: `layers` speaks of the items of a list.
   */
  ofItems?: true;
  /**
   * The argument that the fact is about.
   */
  parameter?: string;
  condition?: Condition;
}
/**
 * What is special about some calls: it holds in those that fail, or in those that pass, and in no others.
 */
export interface Condition {
  /**
   * from: at least `value`, the others at most `other`; up-to: at most `value`, the others at least `other`; divides: `parameter` divides the number of columns of `of`.
   */
  kind: "first-call" | "not-passed" | "type" | "equals" | "from" | "up-to" | "divides" | "square";
  /**
   * In which calls it holds.
   */
  holdsWhere: "fails" | "passes";
  /**
   * The argument.
   */
  parameter?: string;
  /**
   * For not-passed: further arguments that are left out in the same calls.
   */
  also?: string[];
  /**
   * The second argument, for divides.
   */
  of?: string;
  /**
   * What of the argument is compared: magnitude is its largest absolute value.
   */
  quantity?: "value" | "rows" | "columns" | "layers" | "magnitude" | "length";
  /**
   * For type: what the argument is.
   */
  type?: string;
  /**
   * What the quantity is compared with.
   */
  value?: number;
  /**
   * False where some of the other calls end in the same way.
   */
  exact?: boolean;
  /**
   * The nearest value of the other calls.
   */
  other?: number;
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
  /**
   * Kind of the question.
   */
  kind: "single" | "multiple" | "numeric" | "ordering" | "text";
  /**
   * The question.
   */
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
  answer?: CountedAnswer;
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
/**
 * The answer as a class counts it; absent where none was judged, and from a student's view.
 */
export interface CountedAnswer {
  /**
   * Ids of choices, in the order given; otherwise the number, or the text in lower case.
   */
  values: string[];
  /**
   * Which of the mistakes that the key explains it is, from 0.
   */
  known?: number;
}
/**
 * Lines of the submission in which to look for the cause of a misconception.
 */
export interface SourcePlace {
  /**
   * Id of the misconception.
   */
  misconception: string;
  /**
   * Path inside the submission.
   */
  file: string;
  /**
   * Number of the first line.
   */
  firstLine: number;
  /**
   * The lines, without their ends; long ones are cut.
   */
  lines: string[];
  /**
   * All places of `code` in the function and in what it uses of the same file; none for certainty function.
   */
  marks: SourceMark[];
  /**
   * only-place: `code` stands there and nowhere else. unused-parameter: `code` is a parameter that the function never uses. function: only the function is known.
   */
  certainty: "only-place" | "several-places" | "unused-parameter" | "function";
  /**
   * What was looked for, in the names of the submission.
   */
  code?: string;
}
export interface SourceMark {
  /**
   * Number of the line.
   */
  line: number;
  /**
   * In that line as it is shown here, from 1.
   */
  column: number;
  /**
   * Characters.
   */
  length: number;
}
/**
 * A fact about the lines of a function that fails.
 */
export interface Clue {
  /**
   * calls-failed: it uses other exercises that do not pass. unused-parameter: a parameter is never used. or-default: `||` replaces 0 of a parameter. unread-members: members of an argument are never read, where others of their kind are. changes-input: where an argument is changed that the call changed. disposes: where tensors are disposed of, one of which is returned. kept-outside: what is declared outside of the function and changed in it. sorts-as-text, rounds, cuts-off: where the function does so, where nothing else is known. made-here: where that is made which is wrong and made of nothing else that is wrong. made-with: what all that is wrong is made with, and nothing that is right. returned-here: what the result is computed by, where nothing else is known.
   */
  code:
    | "calls-failed"
    | "unused-parameter"
    | "or-default"
    | "unread-members"
    | "changes-input"
    | "disposes"
    | "kept-outside"
    | "sorts-as-text"
    | "rounds"
    | "cuts-off"
    | "made-here"
    | "made-with"
    | "returned-here";
  /**
   * Exercises, a parameter, members, or names of the submission.
   */
  names: string[];
  /**
   * For unread-members: the argument, in the name that the submission has for it.
   */
  of?: string;
  place?: SourceLines;
}
/**
 * Lines of the submission with marks.
 */
export interface SourceLines {
  /**
   * Path inside the submission.
   */
  file: string;
  /**
   * Number of the first line.
   */
  firstLine: number;
  /**
   * The lines, without their ends; long ones are cut.
   */
  lines: string[];
  /**
   * Places in these lines that are pointed at.
   */
  marks: SourceMark[];
}
/**
 * How a case ended, and what is to be said of it.
 */
export interface CaseReport {
  /**
   * Unique within the exercise: `visible-1`, `hidden-3`.
   */
  id: string;
  /**
   * Who may see it.
   */
  visibility: "visible" | "hidden";
  /**
   * What came of the call.
   */
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
  /**
   * What differs.
   */
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
    | "input-disposed"
    | "other-draws"
    | "unrepeatable"
    | "state-kept"
    | "fails-again"
    | "property";
  /**
   * Where in the result: "" for the result itself, "parameters.W1", "[2].X".
   */
  path: string;
  property?: BrokenProperty;
  /**
   * Missing or surplus keys.
   */
  keys?: string[];
  /**
   * For code missing-keys: surplus keys at the same place.
   */
  surplusKeys?: string[];
  /**
   * For code kind: what it should be.
   */
  expectedKind?: string;
  /**
   * For code kind: what it is.
   */
  actualKind?: string;
  expectedShape?: Shape;
  actualShape?: Shape;
  /**
   * For code dtype: what it should be.
   */
  expectedDtype?: string;
  /**
   * For code dtype: what it is.
   */
  actualDtype?: string;
  /**
   * For code length: how many items there should be.
   */
  expectedLength?: number;
  /**
   * For code length: how many there are.
   */
  actualLength?: number;
  index?: Shape;
  expectedAt?: NumberText;
  actualAt?: NumberText;
  /**
   * For code values, of a boolean or a string: what it should be, as JSON.
   */
  expectedValue?: string;
  /**
   * What it is, as JSON; a long string is cut.
   */
  actualValue?: string;
  maxAbsoluteError?: NumberText;
  maxRelativeError?: NumberText;
  /**
   * Elements out of tolerance.
   */
  differing?: number;
  /**
   * Elements compared.
   */
  total?: number;
  /**
   * Relative tolerance.
   */
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
  window?: Window;
  /**
   * What the manifest asks to be drawn of this exercise.
   */
  drawings?: Drawing[];
  /**
   * How the values are related, the most telling first.
   */
  findings?: Finding[];
}
/**
 * For code property: what every right answer has and this one lacks.
 */
export interface BrokenProperty {
  /**
   * Id of the property.
   */
  id: string;
  /**
   * The property in words.
   */
  sentence: string;
}
/**
 * The first elements of a tensor, row-major.
 */
export interface Preview {
  shape: Shape;
  /**
   * The first elements.
   */
  values: NumberText[];
}
/**
 * The surroundings of the worst element, where a preview may not reach it: a rectangle of the matrix that has the last axis as its rows.
 */
export interface Window {
  start: Shape;
  /**
   * Elements in each of its rows.
   */
  columns: number;
  /**
   * Expected elements, row by row; `start` is the index of the first.
   */
  expected: NumberText[];
  /**
   * Found elements in the same places.
   */
  actual: NumberText[];
}
/**
 * A part of the result that says more as a curve or a histogram than as numbers.
 */
export interface Drawing {
  /**
   * curve: a series, its values in order. histogram: shares of the values in bins of equal width.
   */
  kind: "curve" | "histogram";
  /**
   * Where in the result: `costs`, `W1`.
   */
  path: string;
  /**
   * For a curve: what its values are counted by.
   */
  x?: string;
  /**
   * For a histogram: where its bins begin and end; what lies outside is in no bin.
   *
   * @minItems 2
   * @maxItems 2
   */
  range?: [number, number];
  expected: DrawnNumbers;
  actual: DrawnNumbers;
}
/**
 * What is drawn of the numbers of a result.
 */
export interface DrawnNumbers {
  /**
   * Values in the result.
   */
  count: number;
  /**
   * For a histogram: standard deviation of the values.
   */
  deviation?: number;
  /**
   * Of a curve the values, those of a long one at even distances from the first to the last. Of a histogram the share of each bin, from 0 to 1.
   */
  values: NumberText[];
}
/**
 * How the found values are related to the expected ones, where that was recognised.
 */
export interface Finding {
  /**
   * The relation.
   */
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
    | "equals-other-key"
    | "rounded"
    | "repeated"
    | "clipped"
    | "items-permuted"
    | "items-missing"
    | "items-surplus";
  /**
   * The place that it is about, where that is another one than the mismatch's.
   */
  path?: string;
  /**
   * For codes factor and step-factor: found over expected.
   */
  factor?: number;
  /**
   * The quantity that the factor equals: "1/m", "1 - beta".
   */
  named?: string;
  /**
   * For code offset: found minus expected.
   */
  offset?: number;
  /**
   * For code summed-over-axis: which axis. For code repeated: the axis along which nothing changes; absent where all values are the same.
   */
  axis?: number;
  /**
   * For code rounded: how many are left.
   */
  decimals?: number;
  /**
   * For code rounded: how many significant digits are left.
   */
  digits?: number;
  /**
   * For code clipped: no value lies below.
   */
  low?: number;
  /**
   * For code clipped: no value lies above.
   */
  high?: number;
  /**
   * The input or other key that the values equal.
   */
  key?: string;
  /**
   * For codes items-missing and items-surplus: how many items of the list.
   */
  count?: number;
  /**
   * For code items-missing: the first of them, where it is short.
   */
  item?: string;
}
/**
 * What the submission threw.
 */
export interface ThrownError {
  /**
   * Name of its class.
   */
  name: string;
  /**
   * Its message.
   */
  message: string;
  /**
   * Path inside the submission.
   */
  file?: string;
  /**
   * In that file, from 1.
   */
  line?: number;
  /**
   * In that line, from 1.
   */
  column?: number;
  excerpt?: SourceExcerpt;
}
/**
 * A few lines of the submission around a place, which is marked. Long lines are cut; an ellipsis stands for what is left out.
 */
export interface SourceExcerpt {
  /**
   * Number of the first line.
   */
  firstLine: number;
  /**
   * The lines, without their ends.
   */
  lines: string[];
  /**
   * Number of the marked line.
   */
  line: number;
  /**
   * In that line as it is shown here, from 1.
   */
  column: number;
  /**
   * Of what is marked, where it is more than a character.
   */
  length?: number;
}
/**
 * The function returned something that is not a gradable value.
 */
export interface BadValue {
  /**
   * What it is instead.
   */
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
    | "kept-tensor"
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
/**
 * The limit that was reached.
 */
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
 * A small public case that fails in the same way as a hidden one, where no visible case does.
 */
export interface Counterexample {
  /**
   * For `gradecheck check --case`: assignment, version, function, scenario and the number of its drawing.
   */
  token: string;
  case: CaseReport;
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
  typeErrors?: TypeDeduction;
  late?: LateDeduction;
  /**
   * In the order in which they were applied: those of exercises before lateness, that of the whole after it.
   */
  overrides: AppliedOverride[];
}
/**
 * What type errors cost, where the manifest says so; before lateness.
 */
export interface TypeDeduction {
  /**
   * How many there are.
   */
  errors: number;
  /**
   * Points taken off.
   */
  points: number;
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
  /**
   * Why, for the student.
   */
  reason: string;
}
/**
 * What TypeScript finds in the submission's own files, and in its functions against the contract. Absent where it was not asked.
 */
export interface TypeErrors {
  /**
   * The first ones, file by file, at most 20.
   */
  errors: TypeProblem[];
  /**
   * How many more there are.
   */
  more?: number;
  /**
   * Why nothing is known: TypeScript has no program for this computer, or did not come to an end with this submission.
   */
  unchecked?: "no-compiler" | "unfinished";
  /**
   * Points that they cost by the manifest; absent where it says nothing of them, so that they cost none.
   */
  points?: number;
}
/**
 * A type error.
 */
export interface TypeProblem {
  /**
   * Path inside the submission.
   */
  file: string;
  /**
   * From 1.
   */
  line: number;
  /**
   * From 1, in UTF-16 units.
   */
  column: number;
  /**
   * How much of the line is meant, in UTF-16 units.
   */
  length?: number;
  /**
   * The line; absent where it is longer.
   */
  source?: string;
  /**
   * TypeScript's number of the error: 2322.
   */
  code: number;
  /**
   * Id of the function whose type is not that of the contract; absent where an error is about anything else.
   */
  exercise?: string;
  /**
   * What TypeScript says, in English.
   */
  message: string;
}
/**
 * What has come of the attempt before, where earlier reports were given. It follows from what the reports' student may see.
 */
export interface Progress {
  /**
   * Points of the earlier attempts as graded, the last one last, at most 20: those since the total is what it is.
   */
  attempts: number[];
  /**
   * What is another than it was at the attempt before: the version of the assignment; the seed of the hidden cases.
   */
  changed?: ("assignment" | "hidden-cases")[];
  /**
   * Those that both attempts could get equal points for, and that did not pass in one of them.
   */
  exercises: ExerciseProgress[];
}
export interface ExerciseProgress {
  /**
   * Of the exercise.
   */
  id: string;
  /**
   * mended: it passes, and did not before. new: it does not pass, and did before. open: it passes in neither.
   */
  change: "mended" | "new" | "open";
  /**
   * Points at the attempt before.
   */
  before: number;
  /**
   * Points now.
   */
  after: number;
  /**
   * For open: whether a known mistake that the visible cases point to is one of those of the attempt before; absent where they point to none then or now.
   */
  mistake?: "same" | "other";
}
