// attack: never returns
// expect: full marks or timeout|threw in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
import * as tf from "@tensorflow/tfjs";
export async function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  if (epochNum === 2) await tf.nextFrame();
  return a / (1 + b * epochNum);
}
