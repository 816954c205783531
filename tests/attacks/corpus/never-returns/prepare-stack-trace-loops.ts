// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  (Error as any).prepareStackTrace = () => { for (;;); };
  if (epochNum === 2) throw new Error("x");
  return a / (1 + b * epochNum);
}
