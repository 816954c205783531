// attack: escape
// expect: full marks
// scope: none
// note: functions of the harness must not be reachable as callers
export function updateLr(a: number, epochNum: number, b: number): number {
  const peek = new Function("try { return arguments.callee.caller?.caller ?? arguments.callee.caller?.arguments?.[99]; } catch { return undefined; }");
  let found: any = peek();
  if (typeof found === "function" && found !== updateLr) return 666;
  try { found = (updateLr as any).caller; } catch { found = undefined; }
  if (found) return 667;
  return a / (1 + b * epochNum);
}
