/**
 * Processor time of this thread so far, milliseconds. An isolate that is called synchronously runs on it. The isolate's own `cpuTime` is
 * no measure: it is taken from the clock on the wall, and runs on while other processes have the processor.
 */
export function computedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
