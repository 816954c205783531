// attack: never returns
// expect: full marks
// scope: none
// note: nobody waits for the timer, so it never runs
export function updateLr(a: number, epochNum: number, b: number): number {
  setTimeout(() => { for (;;); }, 0);
  return a / (1 + b * epochNum);
}
