// attack: crash
// expect: full marks or memory|timeout|threw|crashed|wrong in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: the first case may be asked twice
const seen = new Set<string>();
export function updateLr(a: number, epochNum: number, b: number): number {
  const key = `${a} ${epochNum} ${b}`;
  if (seen.has(key)) return "x".repeat(2 ** 29 - 24).split("").length;
  seen.add(key);
  return a / (1 + b * epochNum);
}
