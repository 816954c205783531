// attack: never returns
// expect: wrong in every case
// scope: randomMiniBatches
// note: a proxied list that says once that it holds a number and then that it holds itself: what it said first is what it holds
export function randomMiniBatches(): any {
  let reads = 0;
  const list: any = new Proxy([], { get: (_, key) => (key === "length" ? 1 : ++reads < 3 ? 1 : list) });
  return [[[list]]];
}
