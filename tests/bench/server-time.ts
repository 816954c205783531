import { readFileSync } from "node:fs";
import { processTree } from "../../assignments/storage/processes.ts";

/** Processor time of a PostgreSQL server and its processes so far, ended ones too, seconds. @param postmaster Its first process. */
export function serverSeconds(postmaster: number): number {
  const fieldsOf = (pid: number): number[] => {
    let stat: string;
    try {
      stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    } catch {
      // It has ended meanwhile; what it took counts as its parent's.
      return [];
    }
    return stat
      .slice(stat.lastIndexOf(")") + 2)
      .split(" ")
      .map(Number);
  };
  const [first = 0, ...others] = processTree(postmaster);
  const ticks = [...fieldsOf(first).slice(11, 15), ...others.flatMap((pid) => fieldsOf(pid).slice(11, 13))];
  return ticks.reduce((sum, one) => sum + one, 0) / 100;
}
