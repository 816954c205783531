// attack: parser
// expect: threw|timeout|memory|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) return new Function(`return ${"(".repeat(3e5)}1${")".repeat(3e5)}`)();
  return a / (1 + b * epochNum);
}
