import { stderr } from "node:process";
import type { StudentResult } from "../../reports/report/class-result.ts";
import type { GradedStudent } from "../class/run/student-grader.ts";
import { openTerminalBar } from "./terminal-bar.ts";

/** How progress is shown: `auto` is a bar on a terminal and plain lines elsewhere. */
export type ProgressStyle = "auto" | "bar" | "lines" | "json" | "none";

/** Shows how far a batch is. */
export type BatchProgress = { readonly graded: (graded: GradedStudent) => void; readonly stop: () => void };

/** Time between two lines for people, and between two for machines, milliseconds. */
const lineEveryMs = 5000;
const eventEveryMs = 500;

/** Counts what has come in. */
class Tally {
  readonly #start = performance.now();
  readonly total: number;
  done = 0;
  /** Students whose results needed no grading: found in the journal, or equal to another's. */
  found = 0;
  readonly counts: Record<StudentResult["status"], number> = {
    graded: 0,
    "not-gradable": 0,
    "grader-error": 0,
    missing: 0,
  };

  constructor(total: number) {
    this.total = total;
  }

  add({ result, attempts }: GradedStudent): void {
    this.done += 1;
    this.counts[result.status] += 1;
    if (attempts.every(({ origin }) => origin !== "graded")) this.found += 1;
  }

  /** Students a second, since the start. */
  get rate(): number {
    return this.done / Math.max(1e-3, (performance.now() - this.#start) / 1000);
  }

  /** Seconds, at this rate. */
  get etaSeconds(): number {
    return (this.total - this.done) / Math.max(1e-3, this.rate);
  }

  /** `960 graded, 30 not gradable, 10 grader errors; 200 reused` */
  get words(): string {
    const { graded, "not-gradable": notGradable, "grader-error": errors } = this.counts;
    const parts = [`${graded} graded`];
    if (notGradable > 0) parts.push(`${notGradable} not gradable`);
    if (errors > 0) parts.push(`${errors} to be graded again`);
    if (this.found > 0) parts.push(`${this.found} reused`);
    return parts.join(", ");
  }
}

/** Opens the display of a batch on standard error. @param total Students. */
export async function openBatchProgress(total: number, style: ProgressStyle): Promise<BatchProgress> {
  const tally = new Tally(total);
  const chosen = style === "auto" ? (stderr.isTTY ? "bar" : "lines") : style;
  switch (chosen) {
    case "bar":
      return openBar(tally);
    case "lines":
      return everySoOften(tally, lineEveryMs, () => {
        const { done, rate, etaSeconds, words } = tally;
        return `${done} of ${total}, ${rate.toFixed(1)}/s, ${Math.ceil(etaSeconds)} s left: ${words}`;
      });
    case "json":
      return everySoOften(tally, eventEveryMs, () => {
        const { done, rate, etaSeconds, counts, found } = tally;
        const { missing: _, ...outcomes } = counts;
        const event = {
          event: "progress",
          done,
          total,
          perSecond: round(rate),
          etaSeconds: round(etaSeconds),
          outcomes,
          found,
        };
        return JSON.stringify(event);
      });
    case "none":
      return { graded: () => undefined, stop: () => undefined };
    default:
      return chosen satisfies never;
  }
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A line now and then, and one at the end. */
function everySoOften(tally: Tally, everyMs: number, line: () => string): BatchProgress {
  let last = performance.now();
  const graded = (one: GradedStudent): void => {
    tally.add(one);
    if (tally.done < tally.total && performance.now() - last < everyMs) return;
    last = performance.now();
    stderr.write(`${line()}\n`);
  };
  return { graded, stop: () => undefined };
}

async function openBar(tally: Tally): Promise<BatchProgress> {
  const format = "{bar} {value}/{total} {rate}/s, {left} left: {words}";
  const bar = await openTerminalBar({ format, barsize: 24, fps: 5 });
  const payload = (): object => ({ rate: tally.rate.toFixed(1), left: leftText(tally.etaSeconds), words: tally.words });
  bar.start(tally.total, 0, payload());
  const graded = (one: GradedStudent): void => {
    tally.add(one);
    bar.update(tally.done, payload());
  };
  return { graded, stop: () => bar.stop() };
}

function leftText(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
