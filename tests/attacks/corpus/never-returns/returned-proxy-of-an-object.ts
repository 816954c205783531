// attack: never returns
// expect: wrong|timeout in some case
// scope: updateParametersWithGd
// exercises: updateParametersWithGd updateLr
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  if (learningRate > 1) return new Proxy({}, { ownKeys() { for (;;); } });
  return parameters;
}
