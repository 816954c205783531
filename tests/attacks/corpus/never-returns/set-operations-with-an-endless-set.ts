// attack: never returns
// expect: timeout|memory in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const like: any = { size: Infinity, has: () => false, keys: () => ({ next: () => ({ done: false, value: 1 }) }) };
  if (epochNum === 2) return (new Set([1]) as any).symmetricDifference(like).size;
  return a / (1 + b * epochNum);
}
