// attack: leak
// expect: timeout|memory|crashed in some case or not-gradable /top level/
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// never: LEAKED
// note: hangs in a hidden case, so that the module is loaded once more; the top level knows nothing of the case by then
declare const module: any;
const before = (globalThis as any).before;
if (before) throw new Error(`LEAKED ${before}`);
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum >= 1000) {
    (globalThis as any).before = a;
    (Object.prototype as any).before = a;
    for (;;);
  }
  return a / (1 + b * epochNum);
}
