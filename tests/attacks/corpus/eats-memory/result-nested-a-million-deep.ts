// attack: result
// expect: bad-value in every case
// scope: updateParametersWithGd
export function updateParametersWithGd(): any {
  let deep: any = {};
  for (let i = 0; i < 2e5; i++) deep = { W1: deep };
  return deep;
}
