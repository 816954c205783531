import { spawn } from "node:child_process";

/** A tool that does not answer by then is not used, milliseconds. */
const trialTimeMs = 2000;

/**
 * Whether a command can be started, as workers are started, and ends well.
 * @param words The command and its arguments; looked for in the system's own folders alone.
 */
export async function commandWorks([command = "", ...args]: readonly string[]): Promise<boolean> {
  const child = spawn(command, args, { stdio: "ignore", env: {}, timeout: trialTimeMs, killSignal: "SIGKILL" });
  return await new Promise((resolve) => {
    child.on("error", () => resolve(false));
    child.on("close", (code) => resolve(code === 0));
  });
}
