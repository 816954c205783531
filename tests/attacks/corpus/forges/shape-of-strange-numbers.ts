// attack: fake tensor
// expect: bad-value in every case
// scope: initializeVelocity
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const shapes: any[] = [[NaN], [-1], [1.5], ["2", "3"], [2 ** 40], new Array(20).fill(1), "2,3", { length: 2, 0: 1, 1: 1 }, [{ valueOf: () => 1 }]];
  const out: any = {};
  Object.keys(parameters).forEach((k, i) => {
    out["d" + k] = Object.defineProperty(tf.zerosLike(parameters[k]), "shape", { value: shapes[(i + parameters[k].size) % shapes.length] });
  });
  return out;
}
