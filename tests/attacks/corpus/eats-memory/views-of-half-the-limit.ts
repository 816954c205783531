// attack: buffer bomb
// expect: full marks or memory|timeout|threw in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay updateParametersWithGd
// note: holds nearly all there is and answers rightly; the next function begins with the rest
const held: unknown[] = [];
export function updateLr(a: number, epochNum: number, b: number): number {
  if (held.length < 6) held.push(new Float64Array(2 ** 22).fill(1));
  return a / (1 + b * epochNum);
}
