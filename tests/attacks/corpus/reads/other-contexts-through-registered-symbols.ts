// attack: escape
// expect: full marks
// scope: none
// note: the registry of symbols is all that contexts share; a symbol carries no object
const key = Symbol.for("meeting place");
export function updateLr(a: number, epochNum: number, b: number): number {
  const places: any[] = [globalThis, Object.prototype, Function.prototype, Symbol.prototype, Error, Array.prototype];
  const met = places.some((place) => key in place);
  (globalThis as any)[key] ??= 1;
  return (globalThis as any)[key] > 9 || (met && !(key in globalThis)) ? 666 : a / (1 + b * epochNum);
}
export function scheduleLrDecay(a: number, epochNum: number, b: number, interval = 1000): number {
  return key in globalThis ? 666 : a / (1 + b * Math.floor(epochNum / interval));
}
