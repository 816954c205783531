// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export async function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  await using stack = new AsyncDisposableStack();
  stack.defer(() => new Promise<void>((resolve) => { if (epochNum !== 2) resolve(); }));
  return a / (1 + b * epochNum);
}
