// attack: heap bomb
// expect: full marks or memory|timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay updateParametersWithGd
// note: what is left of the isolate must not be the next function's end
export function updateLr(a: number, epochNum: number, b: number): number {
  for (let i = 0; i < 9e4; i++) Symbol.for(`${i} ${"y".repeat(1000)}`);
  return a / (1 + b * epochNum);
}
