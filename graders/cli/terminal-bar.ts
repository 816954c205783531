import { stderr } from "node:process";
import type { Options, SingleBar } from "cli-progress";

/**
 * A progress bar on standard error, which goes when it stops. It hides the cursor and lets no line wrap: the terminal gets both
 * back however the process ends, by an exception or a signal too.
 */
export async function openTerminalBar(options: Options): Promise<SingleBar> {
  const { default: cliProgress } = await import("cli-progress");
  const bar = new cliProgress.SingleBar({
    ...options,
    clearOnComplete: true,
    hideCursor: true,
    // Its own way listens to signals and then waits for somebody else to end the process.
    gracefulExit: false,
    stream: stderr,
  });
  const stop = (): void => bar.stop();
  bar.on("start", () => process.once("exit", stop));
  bar.on("stop", () => process.off("exit", stop));
  return bar;
}
