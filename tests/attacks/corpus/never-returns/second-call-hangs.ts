// attack: never returns
// expect: full marks or timeout|wrong in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: the first case of an exercise may be asked twice
const seen = new Set<string>();
export function updateLr(a: number, epochNum: number, b: number): number {
  const key = `${a} ${epochNum} ${b}`;
  while (seen.has(key));
  seen.add(key);
  return a / (1 + b * epochNum);
}
