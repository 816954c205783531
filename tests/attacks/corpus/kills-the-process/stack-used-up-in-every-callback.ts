// attack: crash
// expect: full marks or memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: overflows the stack inside built-ins that call back: sort, replace, JSON, Proxy, Array.from, regular expressions
export function updateLr(a: number, epochNum: number, b: number): number {
  const ways: ((f: () => any) => any)[] = [
    (f) => [3, 2, 1].sort(f), (f) => "abc".replace(/b/g, f), (f) => JSON.stringify({ toJSON: f }), (f) => JSON.parse("[1]", f),
    (f) => new Proxy({}, { get: f } as any).x, (f) => Array.from([1], f), (f) => Reflect.construct(f as any, []), (f) => `${{ toString: f }}`,
    (f) => new Map([[1, 2]]).forEach(f), (f) => new Float32Array(2).map(f), (f) => Object.defineProperty({}, "x", { get: f } as any).x, (f) => [...({ [Symbol.iterator]: f } as any)],
  ];
  if (epochNum === 2) for (const way of ways) { const down = (): any => { try { return way(down); } catch (error) { return String((error as any)?.stack).length; } }; down(); }
  return a / (1 + b * epochNum);
}
