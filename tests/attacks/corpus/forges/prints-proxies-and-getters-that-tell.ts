// attack: result
// expect: full marks
// scope: none
// note: no trap, no getter and no custom inspection runs while something is printed; 666 means that one did
let ran = 0;
const handler = new Proxy({}, { get: () => () => { ran += 1; throw new Error("trap"); } });
const traps = () => Object.fromEntries(Reflect.ownKeys(Reflect).filter((key) => typeof key === "string").map((key) => [key, () => { ran += 1; throw new Error("trap"); }]));

export function updateLr(a: number, epochNum: number, b: number): number {
  const right = a / (1 + b * epochNum);
  ran = 0;
  const told = { get a() { ran += 1; return 1; }, get [Symbol.toStringTag]() { ran += 1; return "x"; }, get constructor() { ran += 1; return Object; } };
  const custom = { [Symbol.for("nodejs.util.inspect.custom")]() { ran += 1; return "mine"; }, toJSON() { ran += 1; return 1; }, toString() { ran += 1; return "s"; }, [Symbol.toPrimitive]() { ran += 1; return 1; } };
  const error = new Error("e");
  for (const key of ["name", "message", "stack", "cause"]) Object.defineProperty(error, key, { get() { ran += 1; throw new Error("get"); } });
  const revoked = Proxy.revocable({}, traps());
  revoked.revoke();
  for (const value of [told, custom, error, new Proxy({ a: 1 }, traps()), new Proxy([1], traps()), new Proxy(() => 1, traps()), new Proxy({}, handler as any), new Proxy(new Map(), traps()), revoked.proxy]) {
    console.log(value);
    console.log([value], { value }, "%O", value);
    console.table([value]);
    console.dir(value, { depth: null, showHidden: true });
    console.assert(false, value);
    console.group(value);
  }
  return ran > 0 ? 666 : right;
}
