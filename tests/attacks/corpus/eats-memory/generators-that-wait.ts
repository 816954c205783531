// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const kept: unknown[] = [];
  function* hold(depth: number): any { const local = new Float64Array(1000).fill(depth); yield local; yield* depth > 0 ? hold(depth - 1) : []; }
  if (epochNum === 2) for (;;) { const one = hold(50); one.next(); one.next(); kept.push(one); }
  return a / (1 + b * epochNum);
}
