import { readFileSync } from "node:fs";
import { processTree } from "./process-tree.ts";

/** What a process and those it has started got of the processors since their start. */
export type ProcessorTime = {
  /** Time for which they computed, all threads together, milliseconds. */
  readonly ranMs: number;
  /** Time for which their main threads could have computed and were not let, because the machine was busy with others, milliseconds. */
  readonly waitedMs: number;
};

/** A tick of `/proc/<pid>/stat`, milliseconds: a hundredth of a second on every Linux that Node runs on. */
const tickMs = 10;

/** The processor time of a process and those below it; undefined where it is gone or this system does not tell. */
export function processorTime(pid: number | undefined): ProcessorTime | undefined {
  if (process.platform !== "linux" || pid === undefined) return undefined;
  try {
    const all = processTree(pid).map(timeOf);
    const sum = (pick: (time: ProcessorTime) => number): number => all.reduce((total, time) => total + pick(time), 0);
    return { ranMs: sum(({ ranMs }) => ranMs), waitedMs: sum(({ waitedMs }) => waitedMs) };
  } catch {
    return undefined;
  }
}

function timeOf(pid: number): ProcessorTime {
  // The name of a program, in parentheses, may hold spaces: what follows it is counted.
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  const [, waitedNs = "0"] = readFileSync(`/proc/${pid}/schedstat`, "latin1").split(" ");
  const [userTicks, systemTicks] = [Number(fields[11]), Number(fields[12])];
  return { ranMs: tickMs * (userTicks + systemTicks), waitedMs: Number(waitedNs) / 1e6 };
}
