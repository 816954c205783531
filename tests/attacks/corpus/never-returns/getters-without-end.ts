// attack: never returns
// expect: bad-value in every case
// scope: updateParametersWithGd
export function updateParametersWithGd(): any {
  const endless = (): any => ({ get W1() { return endless(); } });
  return endless();
}
