// attack: backend
// expect: full marks or wrong|threw|bad-value in every case
// scope: updateParametersWithGd
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  const engine = tf.engine() as any;
  for (const name of ["startScope", "endScope", "disposeVariables", "makeTensor", "makeTensorFromTensorInfo", "runKernel"]) engine[name] = () => { throw { message: "<b>x</b>" }; };
  return out;
}
