// attack: escape
// expect: full marks
// scope: none
// note: whatever the harness keeps of other cases, nothing that a call is given leads there
export function updateLr(...args: any[]): number {
  const [a, epochNum, b] = args;
  const reached = new Set<unknown>();
  const visit = (value: any, depth: number): void => {
    if ((typeof value !== "object" && typeof value !== "function") || value === null || reached.has(value) || depth > 5 || reached.size > 4000) return;
    reached.add(value);
    for (const name of Reflect.ownKeys(value)) { try { visit(value[name], depth + 1); } catch {} }
    visit(Object.getPrototypeOf(value), depth + 1);
  };
  visit([args, updateLr, globalThis], 0);
  for (const one of reached) { const held: any = one; if (!ArrayBuffer.isView(one) && (Array.isArray(held?.items) || held?.kind === "number" || held?.parameterNames)) return 666; }
  return a / (1 + b * epochNum);
}
