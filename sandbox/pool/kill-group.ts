import type { ChildProcess } from "node:child_process";

/**
 * Ends a child that was started `detached`, and every process it has started. Harmless when they are gone.
 * @param signal Default SIGKILL, which nothing can resist.
 */
export function killGroup(child: Pick<ChildProcess, "pid" | "kill">, signal: "SIGKILL" | "SIGTERM" = "SIGKILL"): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // Already gone.
  }
}
