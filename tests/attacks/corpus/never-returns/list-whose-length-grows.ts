// attack: never returns
// expect: bad-value|timeout|memory|wrong in every case
// scope: randomMiniBatches
// exercises: randomMiniBatches
// note: a proxy that says it holds 4 million numbers, or NaN, or an object
export function randomMiniBatches(X: any, Y: any, size: any): any {
  const lengths: any[] = [NaN, -1, 2 ** 53, Infinity, "5", { valueOf() { throw { reason: "<b>x</b>", path: { toString() { for (;;); } } }; } }, 3.5];
  const length = lengths[(size ?? 0) % lengths.length];
  return new Proxy([], { get: (_, key) => (key === "length" ? length : 1) });
}
