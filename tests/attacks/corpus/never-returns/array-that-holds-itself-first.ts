// attack: never returns
// expect: bad-value in every case
// scope: randomMiniBatches
// note: a proxied list whose first item is itself, after it has once said it was a number
export function randomMiniBatches(): any {
  let reads = 0;
  const list: any = new Proxy([], { get: (_, key) => (key === "length" ? 1 : ++reads < 3 ? 1 : list) });
  return [[[list]]];
}
