/** What a way of grading has taken. */
export type Measured = { readonly count: number; readonly seconds: number; readonly cpuSeconds: number };

/** With what else is to be known. */
export type Noted = Measured & { readonly note?: string };

const rows = new Map<string, Measured>();

/** Submissions a second. */
export const rateOf = ({ count, seconds }: Measured): number => count / seconds;

/** Processor time a submission, milliseconds. */
export const cpuMsOf = ({ count, cpuSeconds }: Measured): number => (1000 * cpuSeconds) / count;

/** Prints one line of the table, and keeps it for {@link printRatio}. */
export function addRow(name: string, what: string, measured: Noted): void {
  rows.set(name, measured);
  const { count, seconds, cpuSeconds, note = "" } = measured;
  const cells = [
    name.padEnd(8),
    what.padEnd(54),
    String(count).padStart(5),
    `${seconds.toFixed(1).padStart(7)} s`,
    `${rateOf(measured).toFixed(1).padStart(6)}/s`,
    `${cpuSeconds.toFixed(1).padStart(7)} CPU-s`,
    `${cpuMsOf(measured).toFixed(1).padStart(7)} CPU-ms each`,
    note,
  ];
  process.stdout.write(`${cells.join(" ").trimEnd()}\n`);
}

/** Prints how many times as fast one way is as another; nothing where one of them was not measured. */
export function printRatio(what: string, name: string, other: string): void {
  const [one, two] = [rows.get(name), rows.get(other)];
  if (one === undefined || two === undefined) return;
  process.stdout.write(`${what}: ${(rateOf(one) / rateOf(two)).toFixed(2)} (${name} / ${other})\n`);
}
