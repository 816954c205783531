// attack: result
// expect: wrong|bad-value|timeout in every case
// scope: randomMiniBatches
// note: each row shows one number when it is looked at and none when it is read again: a million rows that cost no byte
export function randomMiniBatches(): any {
  let reads = 0;
  const row = new Proxy([1], { get: (target, key) => (key === "length" ? (reads++ === 0 ? 1 : 0) : Reflect.get(target, key)) });
  return new Array(1e6).fill(row);
}
