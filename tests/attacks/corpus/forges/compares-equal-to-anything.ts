// attack: result
// expect: bad-value in every case
// scope: updateLr
// most: 0
export function updateLr(a: number): any {
  const like: any = (x: unknown) => like;
  return new Proxy(like, { get: (_, key) => (key === Symbol.toPrimitive ? () => a : key === "kind" ? "number" : like), has: () => true, getPrototypeOf: () => Number.prototype });
}
