import { readdir, readFile, readlink } from "node:fs/promises";
import { sep } from "node:path";

/** A process that is alive: not gone, not waiting to be reaped. */
export type LivingProcess = { readonly pid: number; readonly command: string; readonly peakRssMb: number };

/** Whether this system lists its processes where {@link processesIn} looks. */
export const canListProcesses = process.platform === "linux";

/**
 * Processes whose working directory lies in a folder: everything that was started from there and did not move away, whoever its
 * parent is by now.
 * @param folder Real path.
 */
export async function processesIn(folder: string): Promise<LivingProcess[]> {
  const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(pids.map((pid) => lookAt(pid, folder)));
  return found.filter((one) => one !== undefined);
}

async function lookAt(pid: string, folder: string): Promise<LivingProcess | undefined> {
  try {
    const directory = await readlink(`/proc/${pid}/cwd`);
    if (directory !== folder && !directory.startsWith(folder + sep)) return undefined;
    const status = await readFile(`/proc/${pid}/status`, "latin1");
    if (/^State:\s+Z/m.test(status)) return undefined;
    const command = (await readFile(`/proc/${pid}/cmdline`, "latin1")).replaceAll("\0", " ").trim();
    const peakRssMb = Math.round(Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
    return { pid: Number(pid), command, peakRssMb };
  } catch {
    // Gone meanwhile, or somebody else's.
    return undefined;
  }
}
