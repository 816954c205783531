// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) for (;;) try { for (;;); } finally { continue; }
  return a / (1 + b * epochNum);
}
