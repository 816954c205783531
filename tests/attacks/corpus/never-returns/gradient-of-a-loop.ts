// attack: never returns
// expect: timeout in some case
// scope: updateParametersWithGd
// exercises: updateParametersWithGd updateLr
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  if (learningRate > 1) tf.tidy(() => tf.grad((x) => { for (;;); return x; })(tf.scalar(1)));
  return out;
}
