// attack: never returns
// expect: timeout|memory in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: the right number is returned, but microtasks never end
export function updateLr(a: number, epochNum: number, b: number): number {
  const again = (): void => queueMicrotask(again);
  if (epochNum === 2) again();
  return a / (1 + b * epochNum);
}
