// attack: backend
// expect: full marks or wrong|threw|bad-value in every case
// scope: updateParametersWithGd
// note: for the others Sub and Mul are what they were
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  for (const name of ["Sub", "Multiply", "Add", "ZerosLike", "GatherV2", "Identity"]) {
    tf.unregisterKernel(name, "cpu");
    tf.registerKernel({ kernelName: name, backendName: "cpu", kernelFunc: () => { throw new Error("poisoned " + name); } } as any);
  }
  (tf.Tensor.prototype as any).sub = () => tf.scalar(666);
  tf.env().set("DEBUG", true);
  tf.env().set("WEBGL_VERSION", 7);
  return out;
}
