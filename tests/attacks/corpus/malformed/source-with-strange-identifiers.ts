// attack: source
// expect: full marks
// scope: none
const \u{61}bc = 1, ℮ = 2, 变量 = 3, ᅠ = 4;
export function updateLr(a: number, epochNum: number, b: number): number {
  return \u{61}bc + ℮ + 变量 + ᅠ === 10 ? a / (1 + b * epochNum) : 0;
}
