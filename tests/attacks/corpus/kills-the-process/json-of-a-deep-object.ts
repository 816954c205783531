// attack: recursion
// expect: wrong|threw|timeout|memory|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) {
    let deep: any = {};
    for (let i = 0; i < 1e6; i++) deep = { deep };
    return JSON.stringify(deep).length;
  }
  return a / (1 + b * epochNum);
}
