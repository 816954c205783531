// attack: kept state
// expect: wrong|timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// most: 9
// note: hangs once, in the hope that only the second answer counts
let calls = 0;
export function updateLr(a: number, epochNum: number, b: number): number {
  if (calls++ === 3) for (;;);
  return a / (1 + b * epochNum);
}
