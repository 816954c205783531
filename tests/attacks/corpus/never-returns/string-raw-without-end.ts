// attack: never returns
// expect: timeout|memory|threw in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const raw: any = new Proxy({ length: 2 ** 53 - 1 }, { get: (_, key) => (key === "length" ? 2 ** 53 - 1 : "") });
  if (epochNum === 2) return String.raw({ raw }).length;
  return a / (1 + b * epochNum);
}
