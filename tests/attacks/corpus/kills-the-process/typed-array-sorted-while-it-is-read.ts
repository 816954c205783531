// attack: crash
// expect: full marks or memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) {
    const floats = new Float16Array(1e6).map((_: number, i: number) => Math.sin(i));
    floats.sort((x: number, y: number) => { floats.set(floats.subarray(5), 0); return y > x ? 1 : -1; });
    new Float64Array(floats.buffer, 8).copyWithin(3, { valueOf: () => { floats.fill(NaN); return 1; } } as any);
  }
  return a / (1 + b * epochNum);
}
