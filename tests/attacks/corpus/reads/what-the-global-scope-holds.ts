// attack: escape
// expect: full marks
// scope: none
// note: everything reachable from the global scope: no Reference, Callback or host object may be among it
export function updateLr(a: number, epochNum: number, b: number): number {
  const seen = new Set<unknown>();
  const queue: unknown[] = [globalThis, Error, console];
  while (queue.length > 0 && seen.size < 20_000) {
    const at: any = queue.pop();
    if ((typeof at !== "object" && typeof at !== "function") || at === null || seen.has(at)) continue;
    seen.add(at);
    for (const method of ["applySync", "applySyncPromise", "copySync", "derefInto", "deref", "createContextSync", "evalSync"]) if (typeof at[method] === "function") return 666;
    queue.push(Object.getPrototypeOf(at));
    for (const key of Reflect.ownKeys(at)) {
      const property = Object.getOwnPropertyDescriptor(at, key);
      queue.push(property?.value, property?.get, property?.set);
    }
  }
  return a / (1 + b * epochNum);
}
