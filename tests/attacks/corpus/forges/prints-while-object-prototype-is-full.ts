// attack: result
// expect: full marks
// scope: none
// note: what a submission puts on Object.prototype changes neither what is printed of its inputs nor what is graded
const names = ["value", "get", "set", "enumerable", "writable", "configurable", "depth", "showHidden", "done", "next", "length", "entries", "keys", "describe", "left", "cause", "errors", "name", "callback", "every", "id", "head", "cells", "then", "hasRest", "isNumeric"];

export function updateLr(a: number, epochNum: number, b: number): number {
  const right = a / (1 + b * epochNum);
  for (const name of names) {
    try {
      Object.defineProperty(Object.prototype, name, { get: () => 666, set() { throw new Error("set"); }, configurable: true });
      console.log({ a: 1 }, [1, 2], new Map([[1, 2]]), new Error("x"), class {});
      console.table([{ a: 1 }]);
      console.count(name);
      setTimeout(() => {}, 1);
      crypto.randomUUID();
    } catch {
      // The polyfills are the submission's own business.
    } finally {
      delete (Object.prototype as any)[name];
    }
  }
  return right;
}
