import { printable } from "../phrasing/text/printable.ts";
import { createPaint } from "./paint.ts";
import { renderTable } from "./render-table.ts";

/** What is shown of a queue. Seconds are by the clock of the database. */
export type ShownQueue = {
  readonly queues: readonly {
    readonly title: string;
    readonly waiting: number;
    readonly running: number;
    readonly done: number;
    readonly failed: number;
    readonly oldestSeconds: number;
    /** What they wait for where no worker takes them; undefined where one does, or none waits. */
    readonly waitsFor?: string | undefined;
  }[];
  readonly workers: readonly {
    readonly id: string;
    readonly version: string;
    /** In its hands: those that it grades, and a few that it has taken ahead. */
    readonly jobs: number;
    readonly upSeconds: number;
    /** Of the job that it has had longest; undefined where it has none. */
    readonly longestSeconds: number | undefined;
  }[];
  /** The latest first. */
  readonly failures: readonly { readonly title: string; readonly key: string; readonly why: string }[];
};

/** Failed jobs that are told one by one. */
const mostFailures = 5;

/** A queue for a terminal: its jobs by what they are about, its workers, and what jobs wait for. Ends in a line feed. */
export function renderQueue({ queues, workers, failures }: ShownQueue, { color }: { readonly color: boolean }): string {
  const paint = createPaint(color);
  const jobs = renderTable(
    {
      columns: ["jobs of", "waiting", "oldest", "running", "done", "failed"],
      rows: queues.map(({ title, waiting, oldestSeconds, running, done, failed }) => [
        printable(title),
        String(waiting),
        waiting === 0 ? "-" : duration(oldestSeconds),
        String(running),
        String(done),
        String(failed),
      ]),
    },
    1,
  );
  const at = renderTable(
    {
      columns: ["worker", "gradecheck", "jobs", "longest", "up"],
      rows: workers.map(({ id, version, jobs, longestSeconds, upSeconds }) => [
        printable(id),
        version,
        String(jobs),
        longestSeconds === undefined ? "-" : duration(longestSeconds),
        duration(upSeconds),
      ]),
    },
    1,
  );
  const waits = queues.flatMap(({ title, waiting, waitsFor }) =>
    waitsFor === undefined
      ? []
      : [paint("yellow", `${waiting} ${waiting === 1 ? "job" : "jobs"} of ${printable(title)}: ${waitsFor}`)],
  );
  const failed = failures
    .slice(0, mostFailures)
    .map(({ title, key, why }) => `${printable(title)}, job ${printable(key).slice(0, 12)} failed: ${printable(why)}`);
  const blocks = [
    queues.length === 0 ? ["No job was ever put in."] : jobs,
    workers.length === 0 ? ["No worker is there."] : at,
    ...(waits.length > 0 ? [waits] : []),
    ...(failed.length > 0 ? [failed] : []),
  ];
  return `${blocks.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function duration(seconds: number): string {
  if (seconds < 100) return `${Math.round(seconds)} s`;
  if (seconds < 6000) return `${Math.round(seconds / 60)} min`;
  return `${Math.round(seconds / 3600)} h`;
}
