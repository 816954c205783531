import type { ChildProcess } from "node:child_process";

/**
 * Ends a child that was started `detached`, and every process it has started, at once. Harmless when they are gone.
 */
export function killGroup(child: Pick<ChildProcess, "pid" | "kill">): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // Already gone.
  }
}
