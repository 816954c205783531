// attack: kept state
// expect: wrong|timeout in some case
// scope: scheduleLrDecay
// most: 7
// note: each call settles the promise of the call before
let settleLast: ((value: number) => void) | undefined;
export function scheduleLrDecay(a: number, epochNum: number, b: number, interval = 1000): any {
  const right = a / (1 + b * Math.floor(epochNum / interval));
  settleLast?.(right);
  return new Promise((resolve) => { settleLast = resolve; setTimeout(() => resolve(epochNum === 0 ? right : 7), 1); });
}
