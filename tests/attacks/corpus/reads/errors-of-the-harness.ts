// attack: escape
// expect: full marks
// scope: none
// note: looks at the stacks, causes and constructors of errors that the harness's own functions throw
export function updateLr(a: number, epochNum: number, b: number): number {
  const seen: string[] = [];
  (Error as any).prepareStackTrace = (_: unknown, sites: any[]) => sites;
  const tries: (() => unknown)[] = [() => (setTimeout as any)(null, { valueOf() { throw new Error("x"); } }), () => new (ArrayBuffer as any)(-1), () => (ArrayBuffer as any)(1), () => new (Date as any)(Symbol()), () => (console as any).log.call(null, new Proxy({}, { ownKeys() { throw new Error("y"); } }))];
  for (const one of tries) try { one(); } catch (error: any) {
    for (const site of error.stack ?? []) { if (site.getFunctionName() !== "valueOf" && site.getThis?.() !== undefined && site.getThis() !== globalThis) seen.push("this"); if (/node:|file:|\/home|\/root|node_modules/.test(String(site.getFileName?.()))) seen.push("file"); }
    if (error.constructor.constructor("return typeof process.versions")() !== "undefined") seen.push("process");
  }
  return seen.length > 0 ? 666 : a / (1 + b * epochNum);
}
