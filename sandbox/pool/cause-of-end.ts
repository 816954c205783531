import type { WorkerEnd } from "./worker.ts";

const outOfMemory = /out of memory|allocation failed|bad_alloc|heap limit|invalid array length|invalid size error/i;

/** What a worker has died of, as far as its last words tell. */
export function causeOfEnd({ by, stderr }: WorkerEnd): "time" | "memory" | "crash" {
  if (by === "silent") return "time";
  return by === "memory" || outOfMemory.test(stderr) ? "memory" : "crash";
}
