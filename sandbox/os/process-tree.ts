import { execFile } from "node:child_process";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";
import { promisify } from "node:util";
import { processTree } from "../../assignments/storage/processes.ts";

/** A tick of `/proc/<pid>/stat`, milliseconds: a hundredth of a second on every Linux that Node runs on. */
const tickMs = 10;

// The kernel's files are read as UTF-8, for which Node makes one call instead of four.

/**
 * Time for which a process and those below it computed since their start, all threads together, milliseconds. A process that has just
 * ended is left out.
 * @param root Where the system tells about processes.
 * @returns undefined where nothing is told.
 */
export function computedTime(pid: number | undefined, root = "/proc"): number | undefined {
  if (pid === undefined || process.platform !== "linux") return undefined;
  return sumOf(processTree(pid, root), (id) => {
    const stat = readFileSync(`${root}/${id}/stat`, "utf8");
    // The name of a program, in parentheses, may hold spaces: what follows it is counted.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return tickMs * (Number(fields[11]) + Number(fields[12]));
  });
}

/**
 * Time for which the main threads of processes could have computed and were not let, because the machine was busy with others. What tells
 * of it stays open: to find such a file takes ten times as long as to read it.
 */
export class WaitedTime implements Disposable {
  readonly #files: readonly number[];
  readonly #bytes = Buffer.alloc(128);

  /** @param root See {@link computedTime}. */
  constructor(pids: readonly number[], root = "/proc") {
    this.#files = process.platform === "linux" ? pids.flatMap((pid) => opened(`${root}/${pid}/schedstat`)) : [];
  }

  /** Up to now, milliseconds, without processes that have ended; undefined where nothing is told. */
  get ms(): number | undefined {
    return sumOf(this.#files, (file) => {
      const length = readSync(file, this.#bytes, 0, this.#bytes.length, 0);
      const [, waitedNs] = this.#bytes.toString("latin1", 0, length).split(" ");
      return Number(waitedNs) / 1e6;
    });
  }

  [Symbol.dispose](): void {
    for (const file of this.#files) closeSync(file);
  }
}

/** A file to read, in a list; none where it cannot be opened. */
function opened(path: string): number[] {
  try {
    return [openSync(path, "r")];
  } catch {
    return [];
  }
}

/** Whatever cannot be asked has ended, or the kernel does not count this: that is no reason to know nothing of the others. */
function sumOf<Each>(all: readonly Each[], timeOf: (each: Each) => number): number | undefined {
  let sum: number | undefined;
  for (const each of all) {
    try {
      const timeMs = timeOf(each);
      if (Number.isFinite(timeMs)) sum = (sum ?? 0) + timeMs;
    } catch {}
  }
  return sum;
}

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
    return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1] ?? 0);
  } catch {
    // Of processes that come and go while we look, those that are there count.
    return 0;
  }
}
