// attack: buffer bomb
// expect: full marks
// scope: none
// note: whoever constructs through Reflect.construct would hand the real ArrayBuffer to a replaced one
export function updateLr(a: number, epochNum: number, b: number): number {
  const stolen: any[] = [];
  const real = Reflect.construct;
  Reflect.construct = ((target: any, ...rest: [any]) => { stolen.push(target); return real(target, ...rest); }) as any;
  new Date();
  new ArrayBuffer(8);
  Reflect.construct = real;
  if (stolen.length > 0) return 666;
  const escapes = [
    () => new (ArrayBuffer as any)(8, { maxByteLength: 2 ** 30 }),
    () => new (class extends (ArrayBuffer as any) {})(8, { maxByteLength: 2 ** 30 }),
    () => new (new Uint8Array(8).buffer.constructor as any)(8, { maxByteLength: 2 ** 30 }),
    () => new ((ArrayBuffer as any)[Symbol.species])(8, { maxByteLength: 2 ** 30 }),
    () => Reflect.construct(ArrayBuffer, [8, { maxByteLength: 2 ** 30 }]),
    () => new (Object.getPrototypeOf(new ArrayBuffer(1)).constructor)(8, { maxByteLength: 2 ** 30 }),
    () => new ArrayBuffer(8).slice(0, 4),
  ];
  for (const escape of escapes) {
    const buffer = escape() as any;
    if (buffer.resizable || buffer.maxByteLength > 8 || typeof buffer.resize === "function" || typeof buffer.transfer === "function") return 667;
  }
  return a / (1 + b * epochNum);
}
