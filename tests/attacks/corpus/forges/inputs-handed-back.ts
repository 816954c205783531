// attack: result
// expect: wrong in some case
// scope: updateParametersWithMomentum
// most: 0
export function updateParametersWithMomentum(parameters: any, grads: any, v: any): any {
  return { parameters, v: Object.create(v, Object.getOwnPropertyDescriptors(grads)) };
}
