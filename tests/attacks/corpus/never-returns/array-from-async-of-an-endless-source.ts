// attack: never returns
// expect: timeout|memory in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export async function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  const endless = { [Symbol.asyncIterator]: () => ({ next: async () => ({ done: false, value: undefined }) }) };
  if (epochNum === 2) return (await (Array as any).fromAsync(endless)).length;
  return a / (1 + b * epochNum);
}
