// attack: result
// expect: bad-value in every case
// scope: randomMiniBatches
export function randomMiniBatches(): any {
  let deep: any = [1];
  for (let i = 0; i < 2e5; i++) deep = [deep];
  return deep;
}
