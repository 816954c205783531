// attack: result
// expect: full marks
// scope: none
// note: printing uses nothing that the submission has replaced, and hands nothing of its own to what stands there instead; 666 means it did
const caught: unknown[] = [];
const catchAll = function (this: unknown, ...args: unknown[]): never {
  caught.push(this, ...args);
  throw new Error("caught");
};
const owners: any[] = [String.prototype, Number.prototype, Function.prototype, RegExp.prototype, Map.prototype, Set.prototype, Date.prototype, WeakMap.prototype, Symbol.prototype, BigInt.prototype, Error.prototype, JSON, Math, Number, Object, Reflect];

export function updateLr(a: number, epochNum: number, b: number): number {
  caught.length = 0;
  const right = a / (1 + b * epochNum);
  const values = [1, "a'b", [1, , [2]], { a: { b: { c: {} } } }, new Map([[1, new Set([2])]]), new Date(0), /x/g, new Error("e"), Symbol("s"), 12n, new Float32Array(3), () => 1, class A {}];
  const kept: [any, PropertyKey, PropertyDescriptor][] = [];
  for (const owner of owners) {
    for (const key of Reflect.ownKeys(owner)) {
      const property = Object.getOwnPropertyDescriptor(owner, key)!;
      if (typeof property.value === "function" && property.writable && key !== "constructor") kept.push([owner, key, property]);
    }
  }
  const { defineProperty } = Object;
  for (let i = 0; i < kept.length; i++) defineProperty(kept[i]![0], kept[i]![1], { ...kept[i]![2], value: catchAll });
  for (let i = 0; i < values.length; i++) console.log("%s %d %o %j", values[i], values[i], values[i]);
  console.table([{ a: 1 }, [2]]);
  console.group("g"); console.count("c"); console.time("t"); console.timeEnd("t"); console.assert(false, "x"); console.dir(values); console.trace("t"); console.groupEnd();
  for (let i = 0; i < kept.length; i++) defineProperty(kept[i]![0], kept[i]![1], kept[i]![2]);
  const foreign = caught.filter((one) => typeof one === "function" && !values.includes(one as any));
  return foreign.length > 0 ? 666 : right;
}
