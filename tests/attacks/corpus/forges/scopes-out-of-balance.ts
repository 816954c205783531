// attack: library
// expect: full marks or wrong|threw|bad-value in some case
// scope: updateParametersWithGd
// note: more scopes are ended than were begun; the next case begins in what is left
import * as tf from "@tensorflow/tfjs";
let calls = 0;
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = tf.keep(parameters[k].sub(grads["d" + k].mul(learningRate)));
  const engine: any = tf.engine();
  if (calls++ % 2) for (let i = 0; i < 5; i++) engine.startScope(); else for (let i = 0; i < 5; i++) try { engine.endScope(); } catch {}
  return out;
}
