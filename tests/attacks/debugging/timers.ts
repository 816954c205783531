// Everything right, behind promises and timers.
import * as tf from "@tensorflow/tfjs";

type Dict = Record<string, tf.Tensor2D>;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export async function updateParametersWithGd(parameters: Dict, grads: Dict, learningRate: number): Promise<Dict> {
  performance.mark("start");
  const started = performance.now();
  const ticking = setInterval(() => console.log("still at it"), 50);
  const out: Dict = {};
  for (const k of Object.keys(parameters)) {
    await sleep(100);
    out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  }
  clearInterval(ticking);
  performance.measure("gd", "start");
  console.log(`took ${performance.now() - started} ms, at ${new Date().toISOString()}`);
  return out;
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): Promise<number> {
  const controller = new AbortController();
  const watchdog = setTimeout((why: string) => controller.abort(why), 10_000, "too slow");
  watchdog.unref();
  return new Promise((resolve, reject) => {
    controller.signal.addEventListener("abort", () => reject(controller.signal.reason));
    setImmediate(() => process.nextTick(() => queueMicrotask(() => resolve(learningRate0 / (1 + decayRate * epochNum)))));
  });
}
