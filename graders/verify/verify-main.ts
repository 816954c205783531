// The process in which `verifyApart()` proves an assignment or a quiz. It ends with the one that started it.
import { exitOnSignals } from "../../assignments/storage/temporary-folder.ts";
import type { Proof, ProofId, Verification } from "../../reports/report/verification.ts";
import { type VerifyOptions, verifyAssignment, verifyQuiz } from "./verify-assignment.ts";

/** What is asked of it, once. */
export type VerifyQuestion = Pick<VerifyOptions, "cacheDirectory" | "workers" | "proofs"> & {
  readonly id: string;
  readonly isQuiz: boolean;
};

/** What it tells; last the verification, or a message where there is none. */
export type VerifyNews =
  | { readonly progress: { readonly proof: ProofId; readonly done?: number; readonly total?: number } }
  | { readonly proof: Proof }
  | { readonly verification: Verification }
  | { readonly message: string };

const tell = (news: VerifyNews, onSent: () => void = () => undefined): void => void process.send?.(news, onSent);

exitOnSignals();
process.once("message", async ({ id, isQuiz, ...settings }: VerifyQuestion) => {
  const last = await (isQuiz ? verifyQuiz : verifyAssignment)(id, {
    ...settings,
    onProgress: (proof, done, total) =>
      tell({ progress: { proof, ...(done === undefined || total === undefined ? {} : { done, total }) } }),
    onProved: (proof) => tell({ proof }),
    now: () => performance.now(),
  }).then(
    (verification): VerifyNews => ({ verification }),
    (error: unknown): VerifyNews => ({ message: error instanceof Error ? error.message : String(error) }),
  );
  tell(last, () => process.disconnect?.());
});

// Nobody waits any more.
process.on("disconnect", () => process.exit());
