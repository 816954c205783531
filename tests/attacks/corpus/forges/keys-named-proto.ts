// attack: result
// expect: wrong|bad-value in every case
// scope: updateParametersWithGd
// note: own keys called __proto__, constructor, toString and length
export function updateParametersWithGd(parameters: any): any {
  const out: any = JSON.parse('{"__proto__": 1, "constructor": 2, "toString": 3, "hasOwnProperty": 4, "valueOf": 5}');
  Object.defineProperty(out, "__defineGetter__", { value: 6, enumerable: true });
  return { ...out, ...parameters };
}
