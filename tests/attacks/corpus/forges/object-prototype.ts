// attack: pollution
// expect: wrong|threw|bad-value|timeout in every case
// scope: updateLr
export function updateLr(a: number, epochNum: number, b: number): any {
  const right = 1;
  for (const key of ["value", "kind", "reason", "path", "outcome", "answer", "calledAgain", "again", "extent", "inner", "next", "get", "set"]) {
    try { Object.defineProperty(Object.prototype, key, { configurable: true, get: () => right, set() {} }); } catch {}
  }
  return 12345;
}
