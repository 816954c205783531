// attack: output flood
// expect: full marks or timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) for (let i = 0; i < 1e5; i++) console.error(i, { a: [i, { b: "\u001b[2J" }] });
  return a / (1 + b * epochNum);
}
