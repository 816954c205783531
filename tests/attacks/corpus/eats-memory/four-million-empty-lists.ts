// attack: result
// expect: bad-value|timeout|memory in every case
// scope: randomMiniBatches
// note: each is a few bytes on the way, and an object for whoever reads it
export function randomMiniBatches(): any {
  const inner = Array.from({ length: 99_000 }, () => []);
  return Array.from({ length: 38 }, () => inner);
}
