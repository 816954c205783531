// attack: never returns
// expect: timeout|memory in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export async function updateLr(a: number, epochNum: number, b: number): Promise<any> {
  while (epochNum === 2) await null;
  return a / (1 + b * epochNum);
}
