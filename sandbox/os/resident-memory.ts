import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { promisify } from "node:util";
import { processTree } from "./process-tree.ts";

const pageBytes = 4096;
const run = promisify(execFile);

/**
 * Memory that a process and those it has started hold, bytes; undefined where it is gone or this system does not tell.
 */
export async function residentMemory(pid: number): Promise<number | undefined> {
  try {
    if (process.platform === "linux") {
      const pages = processTree(pid).reduce((sum, each) => sum + residentPages(each), 0);
      return pages > 0 ? pages * pageBytes : undefined;
    }
    if (process.platform === "win32") return undefined;
    const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
    return Number(stdout.trim()) * 1024;
  } catch {
    return undefined;
  }
}

function residentPages(pid: number): number {
  try {
    // The kernel answers at once; another thread would take longer to ask.
    return Number(readFileSync(`/proc/${pid}/statm`, "latin1").split(" ")[1] ?? 0);
  } catch {
    // Of processes that come and go while we look, those that are there count.
    return 0;
  }
}
