// attack: recursion
// expect: threw|timeout|memory in every case
// scope: updateLr
export function updateLr(): any {
  (Error as any).stackTraceLimit = Infinity;
  const down = (n: number): number => down(n + 1) + 1;
  return down(0);
}
