// attack: source
// expect: full marks
// scope: none
export function updateLr(this: unknown, a: number, epochNum: number, b: number): number {
  return new.target === undefined && this !== null ? a / (1 + b * epochNum) : 0;
}
