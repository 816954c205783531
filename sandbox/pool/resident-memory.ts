import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
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
      const held = await Promise.all(processTree(pid).map(residentPages));
      const pages = held.reduce((sum, each) => sum + each, 0);
      return pages > 0 ? pages * pageBytes : undefined;
    }
    if (process.platform === "win32") return undefined;
    const { stdout } = await run("ps", ["-o", "rss=", "-p", String(pid)]);
    return Number(stdout.trim()) * 1024;
  } catch {
    return undefined;
  }
}

async function residentPages(pid: number): Promise<number> {
  // Of processes that come and go while we look, those that are there count.
  const statm = await readFile(`/proc/${pid}/statm`, "latin1").catch(() => "");
  return Number(statm.split(" ")[1] ?? 0);
}
