// attack: never returns
// expect: full marks or timeout|threw in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const bad: any = { [Symbol.toPrimitive]: () => { while (epochNum === 2); return 1; } };
  return new Date(2020, bad, bad).getTime() === -1 ? 0 : a / (1 + b * epochNum);
}
