// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
import * as tf from "@tensorflow/tfjs";
export async function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  await tf.time(() => tf.ones([2]).sum());
  await tf.profile(async () => { if (epochNum === 2) for (;;) await undefined; return tf.scalar(1); });
  return a / (1 + b * epochNum);
}
