// attack: crash
// expect: threw|wrong|bad-value|timeout in some case
// scope: updateParametersWithGd
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  const engine = tf.engine() as any;
  engine.reset();
  engine.state = null;
  engine.registry = null;
  tf.removeBackend("cpu");
  return out;
}
