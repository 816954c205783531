// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: the registry belongs to the isolate, not to a context, and keeps its symbols for ever
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) for (let i = 0; ; i++) Symbol.for(`${i}${"x".repeat(1000)}`);
  return a / (1 + b * epochNum);
}
