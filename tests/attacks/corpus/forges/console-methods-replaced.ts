// attack: result
// expect: full marks
// scope: none
// note: the harness prints through no method that a submission could have replaced
const original = console.log;
export function updateLr(a: number, epochNum: number, b: number): number {
  for (const name of Object.keys(console)) (console as any)[name] = () => { throw new Error("mine"); };
  (globalThis as any).console = { log: () => { throw new Error("mine"); } };
  (globalThis as any).process = undefined;
  (globalThis as any).setTimeout = () => 666;
  original("still there");
  return a / (1 + b * epochNum);
}
