// attack: never returns
// expect: timeout|memory|bad-value in every case
// scope: initializeVelocity
// exercises: initializeVelocity updateLr
export function initializeVelocity(): any {
  let n = 0;
  const endless: any = new Proxy({}, { get: (_, key) => (key === "length" ? 2 ** 53 - 1 : `k${n++}`) });
  return new Proxy({}, { ownKeys: () => endless });
}
