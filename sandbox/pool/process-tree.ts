import { readFileSync } from "node:fs";

/**
 * A process and those it has started, directly or not. A launcher stands between us and the worker, so the one that we have
 * started is not the one that runs the submission.
 * @returns Process ids, the given one first; only that one where the system does not list the others.
 */
export function processTree(pid: number): number[] {
  return [pid, ...childrenOf(pid).flatMap(processTree)];
}

function childrenOf(pid: number): number[] {
  if (process.platform !== "linux") return [];
  try {
    return (readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").match(/\d+/g) ?? []).map(Number);
  } catch {
    // It has ended meanwhile.
    return [];
  }
}
