// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: a list of one match for each letter, with groups and indices
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) return [..."h".repeat(2 ** 25).matchAll(/(?<one>h)(?<two>)/dg)].length;
  return a / (1 + b * epochNum);
}
