// attack: pollution
// expect: wrong|threw|bad-value|timeout in every case
// scope: updateLr
export async function updateLr(): Promise<any> {
  Promise.prototype.then = function (done: any) { done?.(0); return this; } as any;
  Promise.resolve = () => 0 as any;
  (globalThis as any).Promise = class { static resolve() { return 0; } };
  Object.defineProperty(Object.prototype, "then", { configurable: true, get: () => undefined, set() {} });
  return 12345;
}
