import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const pageBytes = 4096;
const run = promisify(execFile);

/**
 * Memory a process holds, bytes; undefined where it is gone or this system does not tell.
 */
export async function residentMemory(pid: number): Promise<number | undefined> {
  try {
    if (process.platform === "linux") {
      // Second field of statm: resident pages.
      return Number((await readFile(`/proc/${pid}/statm`, "latin1")).split(" ")[1]) * pageBytes;
    }
    if (process.platform === "win32") return undefined;
    const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
    return Number(stdout.trim()) * 1024;
  } catch {
    return undefined;
  }
}
