// attack: never returns
// expect: bad-value in every case
// scope: randomMiniBatches
export async function* randomMiniBatches(): any {
  for (;;) yield 1;
}
