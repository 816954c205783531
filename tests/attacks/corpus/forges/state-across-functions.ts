// attack: kept state
// expect: full marks
// scope: none
// note: if the contexts of two functions knew of each other, the second would return 666
const stash: any = ((globalThis as any).stash ??= {});
const key = Symbol.for("stash") as any;
(Object.prototype as any)[key] ??= stash;
export function updateLr(a: number, epochNum: number, b: number): number {
  if (stash.other || (globalThis as any).fromTheOther || (Array.prototype as any).fromTheOther || /y/.test(RegExp.$1)) return 666;
  (globalThis as any).mine = (Array.prototype as any).mine = true;
  return a / (1 + b * epochNum);
}
export function scheduleLrDecay(a: number, epochNum: number, b: number, interval = 1000): number {
  if ((globalThis as any).mine || (Array.prototype as any).mine) return 666;
  stash.other = (globalThis as any).fromTheOther = (Array.prototype as any).fromTheOther = true;
  /(y)/.test("y");
  return a / (1 + b * Math.floor(epochNum / interval));
}
