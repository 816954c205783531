// attack: never returns
// expect: timeout in every case
// scope: updateLr
// note: nobody waits for the timer, but it could change the inputs
export function updateLr(a: number, epochNum: number, b: number): number {
  setTimeout(() => { for (;;); }, 0);
  return a / (1 + b * epochNum);
}
