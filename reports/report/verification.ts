/** What `gradecheck verify` proves, in the order in which it does. */
export const proofIds = [
  "manifest",
  "conformance",
  "reference",
  "also-right",
  "misconceptions",
  "namings",
  "consistency",
  "arguments",
  "spread",
  "backends",
  "tolerances",
  "determinism",
  "mutants",
  "variants",
  "quiz",
] as const;

/** One of {@link proofIds}. */
export type ProofId = (typeof proofIds)[number];

/** One check of a proof. `skipped`: it cannot be made here, and a detail says why. */
export type Check = {
  /** Unique within the proof: `"updateLr/adam-no-bias-correction"`. */
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
  /** What is wrong, or why it was skipped, one line each. */
  readonly details: readonly string[];
};

/** Figures of a proof, printed whether it holds or not. */
export type Table = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
};

/** What a proof found. */
export type Findings = {
  readonly checks: readonly Check[];
  /** Figures in one line: `"20 values of the course, 17 of them published"`. */
  readonly summary: string;
  readonly table?: Table;
  /** What the table of all assignments shows of it: `variants killed`, `313 of 413`. */
  readonly figure?: { readonly name: string; readonly value: string };
  /** The proof could not be finished; the only check says why. */
  readonly unfinished?: true;
};

/** One proof, with the time it took. */
export type Proof = Findings & {
  readonly id: ProofId;
  readonly timeMs: number;
  /** The unfinished proof whose cause would stop this one too: it was not run. */
  readonly stoppedBy?: ProofId;
};

/** All proofs of one assignment or quiz. */
export type Verification = {
  readonly assignment: string;
  /** What computed the expected values; absent for a quiz. */
  readonly backend?: "tensorflow" | "cpu";
  readonly proofs: readonly Proof[];
  readonly timeMs: number;
};

/** Whether everything was run and nothing failed. */
export function isProved({ proofs }: Pick<Verification, "proofs">): boolean {
  return proofs.every(
    ({ checks, stoppedBy }) => stoppedBy === undefined && checks.every(({ outcome }) => outcome !== "failed"),
  );
}
