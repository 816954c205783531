// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: an object returned by its base class gets ever more private fields
export function updateLr(a: number, epochNum: number, b: number): number {
  const target = {};
  class Given { constructor() { return target; } }
  if (epochNum === 2) for (let i = 0; ; i++) { const Stamp = class extends (Given as any) { #field = new Array(1000).fill(i); static has(one: any) { return #field in one; } }; new Stamp(); }
  return a / (1 + b * epochNum);
}
