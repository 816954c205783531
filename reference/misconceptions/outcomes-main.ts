// The process in which `OutcomesProcess` has misconceptions run. It ends with the one that started it.
import { type MisconceptionsRun, runMisconceptions } from "./run-misconceptions.ts";

/** What is asked of it. */
type OutcomesQuestion = { readonly id: number; readonly asked: Parameters<typeof runMisconceptions> };

/** What it answers; a message where that failed. */
export type OutcomesAnswer = { readonly id: number } & (
  | { readonly run: MisconceptionsRun }
  | { readonly message: string }
);

process.on("message", async ({ id, asked }: OutcomesQuestion) => {
  const answer = await runMisconceptions(...asked).then(
    (run): OutcomesAnswer => ({ id, run }),
    (error: unknown): OutcomesAnswer => ({ id, message: error instanceof Error ? error.message : String(error) }),
  );
  process.send?.(answer);
});

// Nobody waits any more.
process.on("disconnect", () => process.exit());
