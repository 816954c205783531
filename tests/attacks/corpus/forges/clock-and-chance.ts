// attack: nondeterminism
// expect: full marks
// scope: none
// note: all clocks stand still and chance repeats itself
export function updateLr(a: number, epochNum: number, b: number): number {
  const first = [Date.now(), new Date().getTime(), +new (Date.prototype.constructor as any)(), (globalThis as any).performance.now()];
  let spin = 0;
  for (let i = 0; i < 3e6; i++) spin += i % 7;
  const second = [Date.now(), new Date().getTime(), +new (Date.prototype.constructor as any)(), (globalThis as any).performance.now()];
  const moved = first.some((time, i) => time !== second[i]) || spin < 0;
  let stranger = true;
  try {
    new (Intl as any).DateTimeFormat("en").format();
  } catch (error) {
    stranger = !/DateTimeFormat is not available here/.test(String(error));
  }
  return moved || stranger || Date() !== Date() ? 666 : a / (1 + b * epochNum);
}
