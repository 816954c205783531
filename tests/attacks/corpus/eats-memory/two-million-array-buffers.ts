// attack: buffer bomb
// expect: passed|wrong|memory|timeout|crashed in every case
// scope: updateLr scheduleLrDecay
// exercises: updateLr scheduleLrDecay
// note: right in all it returns, and what it has left behind in the end takes long to be cleared away: on a busy machine a call, or the one that repeats it, hits a limit
const kept: ArrayBuffer[] = [];
const keep = (): void => {
  for (let i = 0; i < 200_000; i++) kept.push(new ArrayBuffer(1));
};
export function updateLr(rate: number, epochNum: number, decayRate: number): number {
  keep();
  return rate / (1 + decayRate * epochNum);
}
export function scheduleLrDecay(rate: number, epochNum: number, decayRate: number, timeInterval = 1000): number {
  keep();
  return rate / (1 + decayRate * Math.floor(epochNum / timeInterval));
}
