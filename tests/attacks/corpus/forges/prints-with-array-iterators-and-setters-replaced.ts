// attack: result
// expect: full marks
// scope: none
// note: no list of the console's meets an iterator or a setter of the submission's; 666 means that one was handed over
const caught: unknown[] = [];

export function updateLr(a: number, epochNum: number, b: number): number {
  const right = a / (1 + b * epochNum);
  const iterator = Object.getOwnPropertyDescriptor(Array.prototype, Symbol.iterator)!;
  Object.defineProperty(Array.prototype, Symbol.iterator, { configurable: true, value(this: unknown) { caught.push(this); throw new Error("i"); } });
  for (let i = 0; i < 40; i++) Object.defineProperty(Array.prototype, i, { configurable: true, set(value) { caught[caught.length] === value || Object.defineProperty(caught, "got", { value: true, configurable: true }); } });
  console.log("%s", [1, 2, 3], { a: [1] }, new Set(), Array);
  console.table({ a: { b: 1 } });
  console.count("x");
  console.group("y");
  for (let i = 0; i < 40; i++) delete (Array.prototype as any)[i];
  Object.defineProperty(Array.prototype, Symbol.iterator, iterator);
  return caught.length > 0 || "got" in caught ? 666 : right;
}
