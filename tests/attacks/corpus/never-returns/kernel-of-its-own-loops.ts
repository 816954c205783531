// attack: never returns
// expect: timeout in every case
// scope: updateParametersWithGd
// exercises: updateParametersWithGd updateLr
import * as tf from "@tensorflow/tfjs";
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  tf.registerKernel({ kernelName: "Waits", backendName: "cpu", kernelFunc: () => { for (;;); }, disposeFunc: () => { for (;;); } } as any);
  try { tf.removeBackend("cpu"); } catch {}
  return (tf.engine() as any).runKernel("Waits", parameters, grads);
}
