// attack: never returns
// expect: timeout|memory|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: ICU puts combining marks in order by insertion: quadratic, and nothing interrupts it
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) return ("a" + "\u0301".repeat(400000) + "\u0323".repeat(400000)).normalize("NFD").length;
  return a / (1 + b * epochNum);
}
