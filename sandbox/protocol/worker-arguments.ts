/**
 * V8 flags of every process that holds isolates. A snapshot is valid only under the flags it was made with, so the
 * process that makes it and the workers share them.
 *
 * Student code is short and cold: what V8 spends on optimising it is never earned back. These flags delay the optimising
 * compilers instead of switching them off (a training loop without them takes 13 times as long), and keep compilation on
 * the one thread that waits for it. An isolate makes about 10 MB of garbage: with room for most of it, it is collected once or twice
 * instead of a dozen times, and other threads, which would have to be woken, do not help.
 */
export const isolateFlags = [
  "--no-node-snapshot",
  "--single-threaded",
  "--invocation-count-for-maglev=20000",
  "--invocation-count-for-turbofan=40000",
  "--invocation-count-for-maglev-osr=2000",
  "--invocation-count-for-osr=3000",
  "--min-semi-space-size=8",
  "--max-semi-space-size=16",
  "--no-parallel-scavenge",
] as const;

const option = "--isolated-vm=";

/** The argument that tells a worker where isolated-vm is. @param file Real path of its module. */
export function isolatedVmArgument(file: string): string {
  return `${option}${file}`;
}

/** What {@link isolatedVmArgument} has told; undefined outside of a worker. */
export function readIsolatedVmArgument(words: readonly string[]): string | undefined {
  return words.find((word) => word.startsWith(option))?.slice(option.length);
}
