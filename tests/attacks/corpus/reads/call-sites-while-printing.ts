// attack: escape
// expect: full marks
// scope: none
// note: neither call sites nor stacks of what is printed give a function or a receiver of the harness; 666 means they did
export function updateLr(a: number, epochNum: number, b: number): number {
  const right = a / (1 + b * epochNum);
  let found = 0;
  (Error as any).prepareStackTrace = (_: unknown, sites: any[]) => {
    for (const site of sites) {
      const held = [site.getThis?.(), site.getFunction?.()];
      if (held.some((one) => one !== undefined && one !== null && !String(site.getScriptNameOrSourceURL?.()).includes("submission"))) found += 1;
      if (/\/|node:|file:/.test(String(site.getFileName?.()))) found += 1;
    }
    return "stack";
  };
  (Error as any).stackTraceLimit = Infinity;
  console.trace("here");
  console.log(new Error("e"));
  console.log("%s", { toString() { return String(new Error("inside").stack); } });
  setTimeout(() => { void new Error("timer").stack; }, 0);
  (Error as any).prepareStackTrace = undefined;
  return found > 0 ? 666 : right;
}
