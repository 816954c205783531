// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
import * as tf from "@tensorflow/tfjs";
export function updateLr(a: number, epochNum: number, b: number): number {
  const own = tf.customGrad((x: any, save: any) => { save([x]); return { value: x.square(), gradFunc: () => { while (epochNum === 2); return x; } } as any; });
  tf.grad((x: any) => own(x))(tf.scalar(2));
  return a / (1 + b * epochNum);
}
