// attack: late promise
// expect: timeout|wrong|bad-value|threw in every case
// scope: updateParametersWithGd
// exercises: updateParametersWithGd updateLr
// note: the promise of the first case is settled in the second; its inputs, not those of the second, would be looked at
let settle: ((value: unknown) => void) | undefined;
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  for (const k of Object.keys(parameters)) parameters[k].dataSync().fill(0);
  const earlier = settle;
  const pending = new Promise((resolve) => { settle = resolve; });
  earlier?.(out);
  return pending;
}
