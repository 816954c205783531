import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";

// The name of a temporary folder says whose it is: gradecheck-<machine>-<process id>-<its start>-<purpose>-<random>.

/** Whether the process that made a folder still runs; undefined where that cannot be known from here. */
export type OwnerState = "running" | "ended" | undefined;

/**
 * What the names of this process's folders begin with. A process id says who it is only together with when the process began, and
 * only where it counts: another container may share the folder and not the processes.
 */
export function ownFolderPrefix(): string {
  return `gradecheck-${machine()}-${process.pid}-${startOf("self") ?? 0}-`;
}

/**
 * Tells from a folder's name whether its owner runs.
 * @returns "stranger" for a name that is none of ours.
 */
export function ownerOf(name: string): OwnerState | "stranger" {
  const [, where, pid = "", start = ""] = /^gradecheck-([0-9a-f]{8})-(\d+)-(\d+)-/.exec(name) ?? [];
  if (where === undefined) return "stranger";
  if (where !== machine()) return undefined;
  if (startOf("self") !== undefined) return startOf(pid) === start ? "running" : "ended";
  // Without /proc a process id may have been given to another process since.
  return isThere(Number(pid)) ? undefined : "ended";
}

/** Names this machine and, within it, the container: process ids mean nothing beyond. */
function machine(): string {
  let processes = "";
  try {
    processes = readlinkSync("/proc/self/ns/pid");
  } catch {
    // Not on Linux.
  }
  return createHash("sha256").update(`${hostname()} ${processes}`).digest("hex").slice(0, 8);
}

/** When a process began, in ticks since the machine did; undefined where there is no such process, or no /proc. */
function startOf(pid: string): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
    // Its name, in parentheses, may hold anything.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
