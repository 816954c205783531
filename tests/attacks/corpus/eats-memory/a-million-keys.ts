// attack: result
// expect: bad-value|timeout|memory in every case
// scope: updateParametersWithGd
// exercises: updateParametersWithGd
export function updateParametersWithGd(): any {
  const out: any = {};
  for (let i = 0; i < 3e5; i++) out["key" + i] = 1;
  return out;
}
