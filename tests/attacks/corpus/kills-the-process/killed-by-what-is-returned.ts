// attack: crash
// expect: memory|timeout|threw|crashed|bad-value in every case
// scope: initializeVelocity
// exercises: initializeVelocity updateLr
export function initializeVelocity(): any {
  return { get dW1() { return Object.keys(new Uint8Array(2 ** 28)).length; } };
}
