import { readFileSync } from "node:fs";

/**
 * A process and those it has started, directly or not. A launcher stands between us and the worker, so the one that we have
 * started is not the one that runs the submission.
 * @param root Where the system tells about processes.
 * @returns Process ids, the given one first; only that one where the system does not list the others.
 */
export function processTree(pid: number, root = "/proc"): number[] {
  return [pid, ...childrenOf(pid, root).flatMap((child) => processTree(child, root))];
}

function childrenOf(pid: number, root: string): number[] {
  if (process.platform !== "linux") return [];
  try {
    return (readFileSync(`${root}/${pid}/task/${pid}/children`, "latin1").match(/\d+/g) ?? []).map(Number);
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
