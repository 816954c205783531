// attack: heap bomb
// expect: full marks
// scope: none
// note: fills two thirds of the memory and returns the right value; the others must not pay for it
const kept: unknown[] = [];
export function updateLr(a: number, epochNum: number, b: number): number {
  if (kept.length === 0) for (let i = 0; i < 150; i++) kept.push(new Float64Array(125_000).fill(i));
  return a / (1 + b * epochNum);
}
