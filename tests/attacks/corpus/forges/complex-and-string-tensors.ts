// attack: fake tensor
// expect: bad-value|threw in every case
// scope: initializeVelocity
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  Object.keys(parameters).forEach((k, i) => {
    const { shape, size } = parameters[k];
    const text = Object.defineProperty(tf.zeros(shape), "dtype", { value: "string" });
    out["d" + k] = [tf.complex(tf.zeros(shape), tf.zeros(shape)), text, Object.defineProperty(tf.zeros(shape, "complex64"), "dtype", { value: "int32" }), Object.defineProperty(tf.complex(tf.zeros(shape), tf.zeros(shape)), "dtype", { value: "float32" })][(i + size) % 4];
  });
  return out;
}
