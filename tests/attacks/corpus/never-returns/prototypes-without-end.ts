// attack: never returns
// expect: timeout|bad-value in every case
// scope: initializeVelocity
// exercises: initializeVelocity updateLr
export function initializeVelocity(): any {
  const endless = (): any => new Proxy({}, { getPrototypeOf: endless });
  return endless();
}
