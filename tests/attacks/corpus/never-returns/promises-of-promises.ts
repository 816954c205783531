// attack: never returns
// expect: timeout|memory in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export async function updateLr(a: number, epochNum: number, b: number): Promise<any> {
  const again = (): Promise<any> => Promise.resolve().then(again);
  return epochNum === 2 ? again() : a / (1 + b * epochNum);
}
