// attack: pollution
// expect: wrong|threw|bad-value|timeout in every case
// scope: updateLr
// note: replaces what can be replaced, all over the global scope
export function updateLr(): any {
  const result = 12345;
  const names = Object.getOwnPropertyNames(globalThis);
  for (const name of names) {
    const owner: any = (globalThis as any)[name];
    if ((typeof owner !== "function" && typeof owner !== "object") || owner === null || owner === globalThis) continue;
    for (const target of [owner, owner.prototype]) {
      if (!target) continue;
      for (const key of Reflect.ownKeys(target)) {
        const property = Object.getOwnPropertyDescriptor(target, key);
        if (property?.configurable && typeof property.value === "function" && target !== Reflect && target !== Object) {
          try { Object.defineProperty(target, key, { ...property, value: () => 0 }); } catch {}
        }
      }
    }
  }
  return result;
}
