// attack: tensor bomb
// expect: full marks or memory|timeout|threw|crashed|bad-value in some case
// scope: initializeVelocity
// exercises: initializeVelocity updateLr
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out["d" + k] = tf.zerosLike(parameters[k]);
  const data = (tf.backend() as any).data;
  for (const k of Object.keys(out)) data.get(out[k].dataId).complexTensorInfos = { real: new Float32Array(2e7), imag: out };
  return out;
}
