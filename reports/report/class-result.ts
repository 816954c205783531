import type { Adjustments, ExerciseReport, QuestionReport, Report } from "./report.ts";

/** One exercise of one submission, in brief. Points are as graded, before overrides. */
export type ExerciseSummary = {
  readonly id: string;
  readonly score: number;
  readonly maxScore: number;
  readonly status: ExerciseReport["status"];
  /** Recognised misconceptions: ids of the assignment's list and the sentence that names each. */
  readonly misconceptions: readonly { readonly id: string; readonly name: string }[];
  /** What went wrong in its cases, in brief: each sentence once, in the order of the cases. */
  readonly mismatches: readonly string[];
  /**
   * Equal for submissions that return the same wrong values in this exercise; absent where no wrong value was returned.
   */
  readonly wrongOutput?: string;
  /** Limits that its cases hit, each once; absent or empty where none did. */
  readonly limits?: readonly ("timeout" | "memory" | "crashed")[];
  /** Set where the grader failed on one of its cases or more. */
  readonly isIncomplete?: true;
  /** The answer to a question; absent where there is none that could be judged. */
  readonly answer?: QuestionReport["answer"] & {
    /** Why it is wrong, where one sentence says so. */
    readonly explanation?: string;
  };
};

/** One submission in brief, for counting a class. A few hundred bytes, so that ten thousand fit into memory. */
export type SubmissionSummary = {
  /** Of its content. */
  readonly sha256: string;
  readonly status: Report["status"];
  /** Why nothing could be graded. */
  readonly message?: string;
  readonly score: number;
  readonly maxScore: number;
  readonly exercises: readonly ExerciseSummary[];
};

/** What type errors cost a student. */
export type TypeDeduction = Readonly<Adjustments["typeErrors"] & {}>;

/** What lateness costs a student. */
export type LateDeduction = Readonly<Adjustments["late"] & {}>;

/** A change that the instructor made by hand. */
export type AppliedOverride = Readonly<Adjustments["overrides"][number]>;

/** What an instructor should know about a student's result besides the result itself. */
export type StudentRemark =
  /** The oldest attempts were not graded: there are too many, or newer ones ran into limits. */
  | {
      readonly kind: "attempts-left-out";
      readonly graded: number;
      readonly attempts: number;
      readonly because: "too-many" | "limits";
    }
  /** The learning platform marks it as late, and nothing says when it was handed in. */
  | { readonly kind: "late-time-unknown" };

/** A student's final result, and how it came about. */
export type StudentResult = {
  /** Id as in the roster or the archive. Text from outside: it can contain anything. */
  readonly student: string;
  readonly name?: string;
  readonly email?: string;
  readonly section?: string;
  /** `missing`: on the roster, nothing handed in. */
  readonly status: Report["status"] | "missing";
  /** ISO 8601, UTC; absent where it is unknown. */
  readonly submittedAt?: string;
  /** Which attempt counts, of how many; both from 1. */
  readonly attempt?: number;
  readonly attempts?: number;
  /** Absent where there is none. */
  readonly remarks?: readonly StudentRemark[];
  /** Points as graded. */
  readonly rawScore: number;
  readonly typeErrors?: TypeDeduction;
  readonly late?: LateDeduction;
  readonly overrides: readonly AppliedOverride[];
  /** Points after overrides, type errors and lateness, never below 0. */
  readonly score: number;
  readonly maxScore: number;
  /** By exercise of the class, in its order, points after overrides. */
  readonly exercises: readonly { readonly id: string; readonly score: number; readonly maxScore: number }[];
  /** Points as graded of the attempt before, where its report was given and the total is the same. */
  readonly previous?: number;
  /** Key under which the report is stored; absent where the grader failed, so that there is none. */
  readonly result?: string;
  /** Absent for `missing`. */
  readonly summary?: SubmissionSummary;
  /** Instructor's page and the student's, relative to the output folder, forward slashes. Absent for `missing`. */
  readonly page?: string;
  readonly feedback?: string;
};

/** A question of a quiz, with what is right: for whoever reads the page of the class. */
export type AskedQuestion = Pick<QuestionReport, "kind" | "prompt"> & {
  /** In the order of the quiz; none where a number or a text is asked for. */
  readonly choices: readonly { readonly id: string; readonly text: string }[];
  /** Ids of the right choices, of an ordering first to last; otherwise the number or the text. */
  readonly correct: readonly string[];
  /** How far a number may be off. */
  readonly tolerance?: number;
  /** What texts are taken for right. */
  readonly patterns?: readonly string[];
  /** Of the number. */
  readonly unit?: string;
  /** What the texts are in, where that is not the language of the class. */
  readonly language?: "en";
};

/** An exercise of an assignment, or a question of a quiz. */
export type ClassExercise = {
  readonly id: string;
  readonly title: string;
  readonly maxScore: number;
  /** Of a quiz. */
  readonly question?: AskedQuestion;
};

/** A graded class: what the class page, the gradebooks and `regrade` are made from. */
export type ClassResult = {
  readonly assignment: string;
  readonly assignmentTitle: string;
  readonly assignmentVersion: string;
  readonly maxScore: number;
  readonly exercises: readonly ClassExercise[];
  /** Sorted by id. */
  readonly students: readonly StudentResult[];
  /** Submissions that were not matched to a student, with the reason. */
  readonly unmatched: readonly { readonly path: string; readonly reason: string }[];
};
