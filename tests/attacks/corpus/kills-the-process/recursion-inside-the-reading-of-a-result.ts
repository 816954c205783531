// attack: recursion
// expect: wrong|bad-value|threw|timeout|memory|crashed in every case
// scope: updateParametersWithGd
// note: a getter that recurses until little stack is left, then answers
export function updateParametersWithGd(parameters: any): any {
  const near = (f: () => any): any => { try { return near(f); } catch { return f(); } };
  const out = {};
  for (const k of ["W1", "b1", "W2"]) Object.defineProperty(out, k, { enumerable: true, get: () => near(() => ({ get x(): any { return near(() => parameters); } })) });
  return out;
}
