// attack: never returns
// expect: full marks or timeout|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: nobody awaits it; whoever looks at the reason hangs
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) void Promise.reject(new Proxy({}, { get() { for (;;); } }));
  return a / (1 + b * epochNum);
}
