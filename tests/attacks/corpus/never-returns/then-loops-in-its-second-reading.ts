// attack: never returns
// expect: timeout|bad-value|threw in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): any {
  let reads = 0;
  const later = { get then() { if (reads++ > 0) for (;;); return (resolve: any) => resolve(later); } };
  return epochNum === 2 ? later : a / (1 + b * epochNum);
}
