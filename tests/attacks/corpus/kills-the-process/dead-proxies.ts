// attack: result
// expect: bad-value|wrong|timeout in every case
// scope: randomMiniBatches
// exercises: randomMiniBatches updateLr
// note: revoked by its own trap, so that each question may be the one that fails
let asked = 0;
export function randomMiniBatches(): any {
  let left = asked++;
  const handler: any = {};
  const { proxy, revoke } = Proxy.revocable([{}], handler);
  for (const trap of ["get", "getPrototypeOf", "getOwnPropertyDescriptor", "ownKeys", "has"]) {
    handler[trap] = (...args: any[]) => { if (left-- <= 0) revoke(); return (Reflect as any)[trap](...args); };
  }
  return proxy;
}
