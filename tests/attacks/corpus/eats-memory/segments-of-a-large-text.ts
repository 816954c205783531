// attack: native memory
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const kept: unknown[] = [];
  if (epochNum === 2) for (;;) kept.push(new Intl.Segmenter("en").segment("\u00e9".repeat(4e6)));
  return a / (1 + b * epochNum);
}
