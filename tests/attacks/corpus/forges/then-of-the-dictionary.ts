// attack: thenable
// expect: wrong|bad-value|threw|timeout in every case
// scope: updateParametersWithMomentum
// most: 0
// note: a dictionary with a key named then, which is a tensor, and one whose then answers with itself
export function updateParametersWithMomentum(parameters: any, grads: any, v: any): any {
  const out: any = { parameters, v };
  let asked = 0;
  Object.defineProperty(out, "then", { get: () => (asked++ % 2 ? parameters.W1 : (resolve: any) => resolve({ parameters: grads, v: grads })), enumerable: true });
  return out;
}
