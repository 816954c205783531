// attack: tensor bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: inside grad() every tensor is kept
import * as tf from "@tensorflow/tfjs";
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) tf.grad((x) => { let y: any = x; for (let i = 0; i < 1e9; i++) y = y.add(x).mul(0.5); return y.sum(); })(tf.ones([1000, 1000]));
  return a / (1 + b * epochNum);
}
