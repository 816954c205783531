/**
 * Gives equal data one object, so that what a large class has in common is held once: most exercises pass, and most mistakes are
 * made by many.
 * @returns A function that gives back the first equal object it was given.
 */
export function shareEqual(): <Data extends object>(data: Data) => Data {
  const first = new Map<string, object>();
  return <Data extends object>(data: Data): Data => {
    const key = JSON.stringify(data);
    const found = first.get(key);
    if (found !== undefined) return found as Data;
    first.set(key, data);
    return data;
  };
}
