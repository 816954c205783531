// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: await asks a promise for its constructor
export function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  const promise = Promise.resolve(a / (1 + b * epochNum));
  Object.defineProperty(promise, "constructor", { get() { while (epochNum === 2); return Promise; } });
  return promise;
}
