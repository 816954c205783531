// attack: prototypes
// expect: full marks or wrong|threw|bad-value in every case
// scope: randomMiniBatches
// note: places beyond the end of a list are asked of its prototype
export function randomMiniBatches(X: any, Y: any, size = 64, rng: any): any {
  for (let i = 0; i < 12; i++) Object.defineProperty(Array.prototype, i, { get() { return { X, Y }; }, set(this: any) { return true; }, configurable: true });
  return [{ X, Y }];
}
