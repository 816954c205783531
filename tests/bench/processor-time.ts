import { readFileSync } from "node:fs";
import { processTree } from "../../assignments/storage/processes.ts";

/** Words before a command: a shell that tells on file descriptor 3 what it and its children have computed. */
export const timingShell = ["sh", "-c", '"$@"; code=$?; times >&3; exit $code', "sh"] as const;

/** Reads what {@link timingShell} tells. @returns Seconds of the command, and of all below it that was waited for; 0 where nothing is told. */
export function readTimes(text: string): number {
  const [, ofChildren = ""] = text.trim().split("\n");
  const times = [...ofChildren.matchAll(/(\d+)m([\d.]+)s/g)];
  return times.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}

/**
 * Looks from time to time at all processes below a shell. The shell does not hear of those that nobody waits for, such as esbuild's whose
 * parent is killed with it; a look misses the last moments of each. Both say too little and never too much: the larger one counts.
 */
export class ProcessorTime {
  readonly #computedMs = new Map<number, number>();
  /** Most resident memory of the command itself, mebibytes; 0 where the system does not tell. */
  peakMb = 0;

  /** Seconds that were seen. */
  get seconds(): number {
    return [...this.#computedMs.values()].reduce((sum, ms) => sum + ms, 0) / 1000;
  }

  /** @param shell Its process id. */
  look(shell: number): void {
    const [command, ...others] = processTree(shell).slice(1);
    if (command === undefined) return;
    for (const pid of [command, ...others]) {
      const ms = tryTo(() => computedMs(pid));
      if (ms !== undefined) this.#computedMs.set(pid, ms);
    }
    const status = tryTo(() => readFileSync(`/proc/${command}/status`, "latin1")) ?? "";
    this.peakMb = Math.max(this.peakMb, Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024);
  }
}

/** A process of its own, without its children; in ticks of ten milliseconds. */
function computedMs(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return 10 * (Number(fields[11]) + Number(fields[12]));
}

/** Processes come and go while we look. */
function tryTo<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
