// attack: never returns
// expect: bad-value|timeout in every case
// scope: updateParametersWithGd
// note: every property of it is again such a proxy, and it has a key more each time it is asked
export function updateParametersWithGd(): any {
  const endless = (): any => new Proxy({}, {
    get: (_, key) => (key === "dataId" || key === "then" ? undefined : endless()),
    ownKeys: () => ["a", "b", "c"],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true, value: 1 }),
  });
  return endless();
}
