// attack: recursion
// expect: threw|timeout|memory|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): any {
  let thrown: any = new Error("x");
  if (epochNum === 2) {
    for (let i = 0; i < 1e5; i++) thrown = Object.create(new Proxy(thrown, {}));
    throw thrown;
  }
  return a / (1 + b * epochNum);
}
