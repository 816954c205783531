// attack: never returns
// expect: timeout|memory|threw in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): any {
  const endless: any = { next: () => ({ done: false, value: 1 }) };
  if (epochNum === 2) return (globalThis as any).Iterator.from(endless).filter(() => false).toArray().length;
  return a / (1 + b * epochNum);
}
