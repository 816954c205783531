// attack: crash
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) return Reflect.ownKeys(new Uint8Array(2 ** 27)).length + Object.entries(new Uint8Array(2 ** 27)).length;
  return a / (1 + b * epochNum);
}
