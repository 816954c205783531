// attack: kept state
// expect: wrong in some case
// scope: scheduleLrDecay
// most: 5
// note: answers hidden cases with what a visible one had
const known: number[] = [];
export function scheduleLrDecay(a: number, epochNum: number, b: number, interval = 1000): number {
  if (known.length < 4) { known.push(a / (1 + b * Math.floor(epochNum / interval))); return known.at(-1)!; }
  return known[known.length % 4]!;
}
