import { commandWorks } from "./command-works.ts";
import type { Launch, Launcher } from "./launcher.ts";

/**
 * What a worker may have allocated beyond its limit of resident memory, bytes, because it is never touched: V8 sets half a
 * gibibyte aside for the code of each isolate, of which there are the worker's own, a submission's and the next one's; and as
 * much again for everything else.
 */
const untouchedBytes = 4 * 2 ** 29;

/**
 * Limits the memory that a worker can allocate, with util-linux's `prlimit`: the kernel then refuses at once what the watch
 * would see too late. (A cgroup would count more exactly, but is rarely ours to make, and stays where we are killed.) A crash
 * leaves no image of the memory behind.
 * @returns Undefined where this system does not have it.
 */
export async function memoryLauncher(): Promise<Launcher | undefined> {
  const launcher = ({ memoryLimitBytes }: Launch): string[] => {
    const bytes = memoryLimitBytes + untouchedBytes;
    return ["prlimit", `--data=${bytes}:${bytes}`, "--core=0:0", "--"];
  };
  const trial = launcher({ directory: "", memoryLimitBytes: 0 });
  return (await commandWorks([...trial, "true"])) ? launcher : undefined;
}
