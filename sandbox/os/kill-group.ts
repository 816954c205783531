import type { ChildProcess } from "node:child_process";
import { processTree } from "./process-tree.ts";

type Child = Pick<ChildProcess, "pid" | "kill">;
type Signal = "SIGKILL" | "SIGTERM";

/**
 * Ends a child that was started `detached`, and every process it has started. Harmless when they are gone.
 * @param signal Default SIGKILL, which nothing can resist.
 */
export function killGroup(child: Child, signal: Signal = "SIGKILL"): void {
  if (child.pid === undefined) return;
  if (process.platform === "win32") attempt(() => child.kill(signal));
  else send(signal, [-child.pid, ...processTree(child.pid)]);
}

/**
 * Ends what a launcher has started, by SIGKILL: the first process of a namespace does not hear SIGTERM, and bubblewrap clears away
 * what was killed but not what ended by itself. The launcher then ends too. What has left its group ends with the others, as a
 * namespace does with its first process. Without a launcher this is {@link killGroup}.
 */
export function killInside(child: Child, signal: Signal): void {
  const inside = child.pid === undefined ? [] : processTree(child.pid).slice(1);
  if (inside.length > 0) send("SIGKILL", inside);
  else killGroup(child, signal);
}

function send(signal: Signal, pids: readonly number[]): void {
  for (const pid of pids) attempt(() => process.kill(pid, signal));
}

function attempt(kill: () => void): void {
  try {
    kill();
  } catch {
    // Already gone.
  }
}
