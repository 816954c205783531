// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: the proxy's trap runs while it is printed
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) console.log(new Proxy({}, { ownKeys() { for (;;); } }));
  return a / (1 + b * epochNum);
}
