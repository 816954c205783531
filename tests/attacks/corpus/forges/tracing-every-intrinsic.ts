// attack: prototypes
// expect: full marks or wrong|threw|bad-value|timeout|memory in some case
// scope: updateLr
// most: 10
// note: every method of every built-in is a spy that looks for objects it does not know
const found: unknown[] = [];
export function updateLr(a: number, epochNum: number, b: number): number {
  const right = a / (1 + b * epochNum);
  const { apply, ownKeys, getOwnPropertyDescriptor, defineProperty } = Reflect;
  const names = ["Object", "Array", "String", "Number", "Promise", "Map", "WeakMap", "Function", "Uint8Array", "Float32Array", "DataView", "ArrayBuffer", "Reflect", "Math", "JSON", "Symbol"];
  for (const name of names) for (const owner of [(globalThis as any)[name], (globalThis as any)[name].prototype]) {
    if (owner === undefined) continue;
    for (const key of ownKeys(owner)) {
      const property = getOwnPropertyDescriptor(owner, key)!;
      const { value } = property;
      if (typeof value !== "function" || !property.configurable || key === "constructor") continue;
      defineProperty(owner, key, { value: function (this: any, ...args: any[]) { found[found.length] = this; found[found.length] = args; return new.target ? new value(...args) : apply(value, this, args); }, configurable: true, writable: true });
    }
  }
  return found.length === 0 ? right : 0;
}
