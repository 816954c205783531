// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const forever = { get() { for (;;); } };
  if (epochNum === 2) throw Object.defineProperties(new Error("x"), { stack: forever, name: forever, cause: forever });
  return a / (1 + b * epochNum);
}
