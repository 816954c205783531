// attack: recursion
// expect: full marks or threw|timeout|memory|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  let rope = "";
  if (epochNum === 2) for (let i = 0; i < 3e6; i++) rope = i % 2 ? rope + "ab" : "cd" + rope;
  return rope.charCodeAt(3) === 1 ? 0 : a / (1 + b * epochNum);
}
