// attack: result
// expect: bad-value|timeout|memory in every case
// scope: randomMiniBatches
// exercises: randomMiniBatches updateLr
export function randomMiniBatches(): any {
  const rows: any = new Proxy([], { get: (target, key) => (key === "length" ? 4e6 - 1 : /^\d+$/.test(String(key)) ? [1] : Reflect.get(target, key)) });
  return [rows, rows, rows];
}
