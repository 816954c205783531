// attack: never returns
// expect: timeout|memory in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): any {
  if (epochNum !== 2) return a / (1 + b * epochNum);
  return new Promise(() => {
    const again = (): void => { setTimeout(again, 10); };
    again();
  });
}
