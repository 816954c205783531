// attack: crash
// expect: full marks or memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) {
    const list: any = Array.from({ length: 1e5 }, (_, i) => i % 7);
    list.sort((x: number, y: number) => { list.length = 0; list.length = 4294967295; list[4294967294] = 1; return x - y; });
  }
  return a / (1 + b * epochNum);
}
