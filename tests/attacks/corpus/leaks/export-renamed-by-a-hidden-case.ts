// attack: leak
// expect: not-implemented in some case
// scope: updateLr
// never: LEAKED
declare const module: any;
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum >= 1000) {
    try { module.exports["update_LEAKED" + epochNum] = 1; } catch {}
    throw new Error("Not implemented: LEAKED");
  }
  return a / (1 + b * epochNum);
}
