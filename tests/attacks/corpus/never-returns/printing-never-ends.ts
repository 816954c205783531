// attack: never returns
// expect: full marks
// scope: none
// exercises: updateLr scheduleLrDecay
// note: no trap of a proxy runs while it is printed
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) console.log(new Proxy({}, { ownKeys() { for (;;); } }));
  return a / (1 + b * epochNum);
}
