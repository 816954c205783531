// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const it: any = { [Symbol.iterator]: () => it, next: () => ({ done: false, value: epochNum }), return: () => { while (epochNum === 2); return {}; } };
  const [n] = it;
  return a / (1 + b * n);
}
