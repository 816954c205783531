import type { ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * A process and those it has started, directly or not. The one that we have started may not be the one that works.
 * @param root Where the system tells about processes.
 * @returns Process ids, the given one first; only that one where the system does not list the others.
 */
export function processTree(pid: number, root = "/proc"): number[] {
  return [pid, ...childrenOf(pid, root).flatMap((child) => processTree(child, root))];
}

function childrenOf(pid: number, root: string): number[] {
  if (process.platform !== "linux") return [];
  try {
    return (readFileSync(`${root}/${pid}/task/${pid}/children`, "utf8").match(/\d+/g) ?? []).map(Number);
  } catch {
    // It has ended meanwhile.
    return [];
  }
}

type Child = Pick<ChildProcess, "pid" | "kill">;

/** Signals that end a process. */
export type EndSignal = "SIGKILL" | "SIGTERM";

/**
 * Ends a child that was started `detached`, and every process it has started. Harmless when they are gone.
 * @param signal Default SIGKILL, which nothing can resist.
 */
export function killGroup(child: Child, signal: EndSignal = "SIGKILL"): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") attempt(() => child.kill(signal));
  else killAll([-child.pid, ...processTree(child.pid)], signal);
}

/** Ends processes, and groups where an id is negative. Harmless when they are gone. */
export function killAll(pids: readonly number[], signal: EndSignal): void {
  for (const pid of pids) attempt(() => process.kill(pid, signal));
}

function attempt(kill: () => void): void {
  try {
    kill();
  } catch {
    // Already gone.
  }
}

/** Whether a process runs, whoever it belongs to. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
