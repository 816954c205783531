import { stderr } from "node:process";
import type { Report } from "../../reports/report/report.ts";
import { openTerminalBar } from "./terminal-bar.ts";

/** Shows how far a class is. */
export type GradingProgress = { readonly graded: (report: Report) => void; readonly stop: () => void };

const linesEvery = 50;

/** A bar with rate and remaining time where standard error is a terminal, a plain line now and then otherwise. */
export async function openGradingProgress(total: number): Promise<GradingProgress> {
  if (total < 2) return { graded: () => undefined, stop: () => undefined };
  let done = 0;
  if (!stderr.isTTY) {
    const graded = (): void => {
      done += 1;
      if (done === total || done % linesEvery === 0) stderr.write(`graded ${done} of ${total}\n`);
    };
    return { graded, stop: () => undefined };
  }
  const format = "grading {bar} {value}/{total}, {eta_formatted} left";
  const bar = await openTerminalBar({ format, barsize: 30 });
  bar.start(total, 0);
  return { graded: () => bar.increment(), stop: () => bar.stop() };
}
