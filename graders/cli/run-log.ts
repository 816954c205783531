import { createWriteStream, type WriteStream } from "node:fs";
import { availableParallelism, cpus, totalmem } from "node:os";
import { jsonText } from "../../reports/phrasing/text/json-text.ts";
import type { Report } from "../../reports/report/report.ts";

/** Times and facts of the machine, which no report holds: one JSON object a line. */
export type RunLog = {
  readonly graded: (report: Report, seconds: number) => void;
  /** @param timeScale By what time limits were multiplied on this machine. */
  readonly close: (timeScale: number) => Promise<void>;
};

/** A log that keeps nothing. */
export const noRunLog: RunLog = { graded: () => undefined, close: () => Promise.resolve() };

/**
 * Opens the log of a run; an older one of the same name is replaced.
 * @param run Options of the run that are worth keeping: workers, isolation, seed.
 */
export function openRunLog(path: string, run: Readonly<Record<string, unknown>>): RunLog {
  const stream: WriteStream = createWriteStream(path);
  const failed = new Promise<never>((_, reject) => stream.on("error", reject));
  failed.catch(() => undefined);
  const write = (line: Readonly<Record<string, unknown>>): void => {
    stream.write(`${jsonText(line)}\n`);
  };
  const machine = { cores: availableParallelism(), model: cpus()[0]?.model.trim(), memoryBytes: totalmem() };
  const { node, v8 } = process.versions;
  write({ event: "start", at: new Date().toISOString(), node, v8, platform: process.platform, ...machine, ...run });
  return {
    graded: ({ submission, status, score }, seconds) =>
      write({ event: "graded", ...submission, status, score, seconds }),
    close: async (timeScale) => {
      write({ event: "end", at: new Date().toISOString(), timeScale });
      const ended = new Promise<void>((resolve) => {
        stream.end(resolve);
      });
      await Promise.race([ended, failed]);
    },
  };
}
