// attack: library
// expect: full marks or wrong|threw|bad-value|timeout in every case
// scope: updateParametersWithGd
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const env: any = tf.env();
  for (const flag of ["DEBUG", "IS_TEST", "TENSORLIKE_CHECK_SHAPE_CONSISTENCY", "WRAP_TO_IMAGEDATA", "CHECK_COMPUTATION_FOR_ERRORS"]) try { env.set(flag, true); } catch {}
  env.setPlatform("mine", { isTypedArray: () => { throw new Error("no"); }, now: () => -1, fetch: () => 1 });
  tf.enableDebugMode(); env.reset?.();
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  return out;
}
