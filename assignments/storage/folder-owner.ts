import { createHash } from "node:crypto";
import { readFileSync, readlinkSync } from "node:fs";
import { hostname } from "node:os";
import { isRunning } from "./processes.ts";

// The name of a temporary folder says whose it is: gradecheck-<machine>-<process id>-<its start>-<purpose>-<random>.

/** Whether the process that made a folder still runs; undefined where that cannot be known from here. */
export type OwnerState = "running" | "ended" | undefined;

/**
 * What the names of this process's folders begin with. A process id says who it is only together with when the process began, and
 * only where it counts: another container may share the folder and not the processes.
 */
export function ownFolderPrefix(): string {
  return `gradecheck-${machine("/proc")}-${process.pid}-${startOf("/proc", "self") ?? 0}-`;
}

/**
 * Tells from a folder's name whether its owner runs.
 * @param processes Where the system shows its processes, as Linux does.
 * @returns "stranger" for a name that is none of ours.
 */
export function ownerOf(name: string, processes = "/proc"): OwnerState | "stranger" {
  const [, where, pid = "", start = ""] = /^gradecheck-([0-9a-f]{8})-(\d+)-(\d+)-/.exec(name) ?? [];
  if (where === undefined) return "stranger";
  if (where !== machine(processes)) return undefined;
  const since = startOf(processes, pid);
  if (since !== undefined) return since === start ? "running" : "ended";
  // /proc may hide the processes of others. Without it a process id may have been given to another process since.
  return isRunning(Number(pid)) ? undefined : "ended";
}

/**
 * Names this machine since it was started and, within it, the container: process ids mean nothing beyond. A copy of a machine has the
 * same name.
 */
function machine(processes: string): string {
  const boot = orNothing(() => readFileSync(`${processes}/sys/kernel/random/boot_id`, "latin1").trim());
  const container = orNothing(() => readlinkSync(`${processes}/self/ns/pid`));
  return createHash("sha256").update(`${hostname()} ${boot} ${container}`).digest("hex").slice(0, 8);
}

/** What only Linux tells. */
function orNothing(read: () => string): string {
  try {
    return read();
  } catch {
    return "";
  }
}

/** When a process began, in ticks since the machine did; undefined where there is no such process, or no /proc. */
function startOf(processes: string, pid: string): string | undefined {
  try {
    const stat = readFileSync(`${processes}/${pid}/stat`, "latin1");
    // Its name, in parentheses, may hold anything.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19];
  } catch {
    return undefined;
  }
}
