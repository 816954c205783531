import { stderr } from "node:process";

/** How progress is shown. */
export const progressStyles = ["auto", "bar", "lines", "json", "none"] as const;

/** `auto` is a bar on a terminal and plain lines elsewhere. */
export type ProgressStyle = (typeof progressStyles)[number];

/** Where a run is. */
type Step = {
  /** What is being done. Another label begins anew. */
  readonly label: string;
  /** How much of the total is done; absent where that is not known. */
  readonly done?: number | undefined;
  readonly total?: number | undefined;
  /** What has come of it, for people. */
  readonly words?: string;
  /** The same for machines. */
  readonly facts?: object;
};

/** Shows how far a run is, on standard error. */
export type Progress = { readonly show: (step: Step) => void; readonly stop: () => void };

/** Time between two lines for people, and between two for machines, milliseconds. */
const lineEveryMs = 5000;
const eventEveryMs = 500;

/** Opens the display of a run. */
export async function openProgress(style: ProgressStyle): Promise<Progress> {
  const chosen = style === "auto" ? (stderr.isTTY ? "bar" : "lines") : style;
  switch (chosen) {
    case "bar":
      return openBar();
    case "lines":
      return everySoOften(lineEveryMs, lineOf);
    case "json":
      return everySoOften(eventEveryMs, eventOf);
    case "none":
      return { show: () => undefined, stop: () => undefined };
    default:
      return chosen satisfies never;
  }
}

/** A step with the pace of its label so far. */
type Paced = Step & { readonly perSecond: number; readonly etaSeconds: number };

/** Measures the pace from the first step of each label on. */
function paceSteps(): (step: Step) => Paced {
  let label: string | undefined;
  let start = 0;
  let before: number | undefined;
  return (step) => {
    if (step.label !== label) [label, start, before] = [step.label, performance.now(), undefined];
    const { done = 0, total = 0 } = step;
    // A proof that takes up an earlier one does not begin with 1.
    if (step.done !== undefined) before ??= Math.max(0, done - 1);
    const perSecond = (done - (before ?? 0)) / Math.max(1e-3, (performance.now() - start) / 1000);
    return { ...step, perSecond, etaSeconds: (total - done) / Math.max(1e-3, perSecond) };
  };
}

/** A line now and then, one for each beginning of which no more is known, and one at each end. */
function everySoOften(everyMs: number, write: (step: Paced) => string): Progress {
  const pace = paceSteps();
  let last = performance.now();
  const show = (step: Step): void => {
    const paced = pace(step);
    const isOver = step.done === step.total;
    if (!isOver && performance.now() - last < everyMs) return;
    last = performance.now();
    stderr.write(`${write(paced)}\n`);
  };
  return { show, stop: () => undefined };
}

/** `grading 50 of 200, 2.5/s, 1 min 0 s left: 48 graded, 2 not gradable` */
function lineOf({ label, done, total, words, ...pace }: Paced): string {
  const share = done === undefined ? "" : ` ${done} of ${total}${phrasePace(pace)}`;
  return `${label}${share}${words === undefined ? "" : `: ${words}`}`;
}

function eventOf({ done, total, perSecond, etaSeconds, facts }: Paced): string {
  return JSON.stringify({
    event: "progress",
    done,
    total,
    perSecond: oneDecimal(perSecond),
    etaSeconds: oneDecimal(etaSeconds),
    ...facts,
  });
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10;

function phrasePace({ perSecond, etaSeconds }: Pick<Paced, "perSecond" | "etaSeconds">): string {
  if (perSecond === 0) return "";
  const left = Math.ceil(etaSeconds);
  return `, ${perSecond.toFixed(1)}/s, ${left < 60 ? `${left} s` : `${Math.floor(left / 60)} min ${left % 60} s`} left`;
}

/**
 * A bar, which goes when it stops. It hides the cursor and lets no line wrap: the terminal gets both back however the process ends, by an
 * exception or a signal too.
 */
async function openBar(): Promise<Progress> {
  const { default: cliProgress } = await import("cli-progress");
  const { BarFormat } = cliProgress.Format;
  const pace = paceSteps();
  const bar = new cliProgress.SingleBar({
    barsize: 24,
    fps: 5,
    clearOnComplete: true,
    hideCursor: true,
    // Its own way listens to signals and then waits for somebody else to end the process.
    gracefulExit: false,
    stream: stderr,
    format: (options, { progress }, { step }: { readonly step: Paced }) =>
      step.done === undefined
        ? step.label
        : lineOf({ ...step, label: `${step.label} ${BarFormat(progress, options)}` }),
  });
  const stop = (): void => {
    if (bar.isActive) bar.stop();
  };
  bar.on("start", () => process.once("exit", stop));
  bar.on("stop", () => process.off("exit", stop));
  const show = (step: Step): void => {
    const { done = 0, total = 0 } = step;
    const payload = { step: pace(step) };
    if (!bar.isActive) bar.start(total, done, payload);
    bar.setTotal(total);
    bar.update(done, payload);
  };
  return { show, stop };
}
