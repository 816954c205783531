// The process in which `SpreadAhead` has scores measured. It ends with the one that started it.
import { openSubject } from "../subject/subject.ts";
import { measureSpread } from "./measure-spread.ts";

/** What is asked of it, once. Its answer lies in the cache when it ends. */
export type SpreadQuestion = { readonly id: string; readonly cacheDirectory: string };

process.once("message", async ({ id, cacheDirectory }: SpreadQuestion) => {
  const subject = await openSubject(id, { cacheDirectory, workers: 1 });
  for (const exercise of subject.assignment.manifest.exercises) await measureSpread(subject, exercise);
  process.disconnect?.();
});

// Nobody waits any more. Whatever has failed fails in the proof as well, which says why.
process.on("disconnect", () => process.exit());
process.on("unhandledRejection", () => process.exit());
