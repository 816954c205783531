// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
const loop = (): never => { for (;;); };
const traps: any = { get: loop, has: loop, ownKeys: loop, getPrototypeOf: loop, getOwnPropertyDescriptor: loop, apply: loop, construct: loop };
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) throw new Proxy(() => {}, traps);
  return a / (1 + b * epochNum);
}
