// attack: reply
// expect: full marks or wrong|bad-value|threw|timeout in every case
// scope: updateLr
// note: an exception out of the writing of a reply would leave the isolate, with a getter in it
export function updateLr(a: number, epochNum: number, b: number): number {
  const trap = new Proxy({}, { get() { for (;;); } });
  Object.defineProperty(ArrayBuffer.prototype, "constructor", { get() { throw trap; }, configurable: true });
  return a / (1 + b * epochNum);
}
