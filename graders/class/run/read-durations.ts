import { readFile } from "node:fs/promises";

/** How long grading a student took. */
export type DurationLine = { readonly student: string; readonly seconds: number };

/**
 * Reads what a batch has logged of its times, over all its runs: of each student the last time.
 * @returns Seconds by student; nothing of a line that was cut short by the end of a run.
 */
export async function readDurations(file: string): Promise<ReadonlyMap<string, number>> {
  const text = await readFile(file, "utf8").catch(() => "");
  const times = new Map<string, number>();
  for (const line of text.split("\n")) {
    try {
      const { student, seconds } = JSON.parse(line) as DurationLine;
      if (typeof student === "string" && typeof seconds === "number") times.set(student, seconds);
    } catch {
      // Half a line, or the end.
    }
  }
  return times;
}
