/** Why a file of answers cannot be judged at all. */
export type AnswersFileProblem =
  | { readonly code: "unreadable"; readonly reason: string }
  | { readonly code: "too-large"; readonly limitBytes: number }
  | { readonly code: "not-text" }
  | { readonly code: "not-json"; readonly reason: string }
  | { readonly code: "not-object"; readonly found: string }
  | { readonly code: "no-answers"; readonly found: string }
  | { readonly code: "other-quiz"; readonly found: string };

/** Why one answer cannot be judged. Values found are shown as short JSON or by their kind. */
export type AnswerProblem =
  | {
      readonly code: "wrong-type";
      readonly expected: "choice" | "choices" | "number" | "order" | "text";
      readonly found: string;
    }
  | { readonly code: "unknown-choices"; readonly ids: readonly string[] }
  | {
      readonly code: "no-order";
      readonly missing: readonly string[];
      readonly repeated: readonly string[];
      readonly unknown: readonly string[];
    }
  | { readonly code: "too-long"; readonly length: number; readonly limit: number };

/** What is odd about a file of answers and stops nothing from being judged. */
export type AnswerNote =
  | { readonly code: "quiz-not-named" }
  | {
      readonly code: "unknown-questions";
      readonly questions: readonly { readonly id: string; readonly suggestion?: string }[];
    }
  | { readonly code: "answered-twice"; readonly question: string; readonly lines: readonly number[] }
  | { readonly code: "part-twice"; readonly part: string; readonly lines: readonly number[] }
  | { readonly code: "repeated-choices"; readonly question: string; readonly ids: readonly string[] }
  | { readonly code: "ignored-choices"; readonly question: string; readonly ids: readonly string[] };
