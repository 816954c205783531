// attack: pollution
// expect: wrong in every case
// scope: updateLr
export function updateLr(): any {
  for (let i = 0; i < 10; i++) Object.defineProperty(Array.prototype, i, { configurable: true, get: () => 0, set() {} });
  return 12345;
}
