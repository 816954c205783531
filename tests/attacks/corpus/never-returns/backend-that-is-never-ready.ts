// attack: never returns
// expect: timeout|threw|wrong|bad-value in every case
// scope: initializeVelocity
// exercises: initializeVelocity updateLr
import * as tf from "@tensorflow/tfjs";
export async function initializeVelocity(parameters: any): Promise<any> {
  tf.registerBackend("slow", () => new Promise(() => {}) as any, 99);
  await tf.setBackend("slow");
  const out: any = {};
  for (const k of Object.keys(parameters)) out["d" + k] = tf.zerosLike(parameters[k]);
  return out;
}
