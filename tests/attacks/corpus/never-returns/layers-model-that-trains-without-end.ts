// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
import * as tf from "@tensorflow/tfjs";
export async function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  if (epochNum === 2) {
    const model = tf.sequential({ layers: [tf.layers.dense({ units: 1, inputShape: [1] })] });
    model.compile({ optimizer: "sgd", loss: "meanSquaredError" });
    await model.fit(tf.ones([8, 1]), tf.ones([8, 1]), { epochs: 1e9, verbose: 0 });
  }
  return a / (1 + b * epochNum);
}
