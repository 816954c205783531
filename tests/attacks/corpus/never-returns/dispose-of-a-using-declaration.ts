// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  using guard = { [Symbol.dispose](): void { while (epochNum === 2); } };
  return guard ? a / (1 + b * epochNum) : 0;
}
