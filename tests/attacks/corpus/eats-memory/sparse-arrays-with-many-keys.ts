// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const sparse: any = [];
  if (epochNum === 2) for (let i = 0; ; i++) sparse[(i * 2654435761) % 4294967295] = { i };
  return a / (1 + b * epochNum);
}
