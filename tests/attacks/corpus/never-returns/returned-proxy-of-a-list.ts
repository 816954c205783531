// attack: never returns
// expect: wrong|timeout in every case
// scope: randomMiniBatches
// exercises: randomMiniBatches
// note: only from call 2 on, so that one case hangs
export function randomMiniBatches(X: any, Y: any, size: any): any {
  if (size === undefined) return new Proxy([], { get(_, key) { if (key === "length") for (;;); } });
  return [];
}
