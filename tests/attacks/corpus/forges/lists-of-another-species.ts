// attack: result
// expect: wrong|bad-value in every case
// scope: randomMiniBatches
class Batches extends Array<any> {
  static override get [Symbol.species](): any { return Array; }
  override get length(): number { return 1; }
  override set length(_: number) {}
}
export function randomMiniBatches(X: any, Y: any): any {
  const out = new Batches();
  Object.defineProperty(out, 1, { value: { X, Y }, enumerable: true });
  Object.defineProperty(out, Symbol.iterator, { value: function* () { for (;;) yield { X, Y }; } });
  return out;
}
