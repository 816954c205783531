// Everything right, by way of what ordinary programs use.
import * as tf from "@tensorflow/tfjs";

type Dict = Record<string, tf.Tensor2D>;

const settings = structuredClone({ beta: new Map([["one", 0.9]]), name: new TextDecoder().decode(new TextEncoder().encode("gd")) });
const run = crypto.randomUUID();
const format = new Intl.NumberFormat("en-US", { maximumFractionDigits: 3 });
if (import.meta.main) throw new Error("run as a program");
if (typeof window !== "undefined") throw new Error("run in a browser");
if (atob(btoa(settings.name)) !== settings.name) throw new Error("base 64");

export function updateParametersWithGd(parameters: Dict, grads: Dict, learningRate: number): Dict {
  console.log(run, format.format(learningRate), globalThis === global);
  return Object.fromEntries(Object.keys(parameters).map((k) => [k, tf.tidy(() => parameters[k].sub(grads["d" + k].mul(learningRate)))]));
}

export async function updateLr(learningRate0: number, epochNum: number, decayRate: number): Promise<number> {
  const [rate = 0] = await Array.fromAsync([Promise.resolve(learningRate0)]);
  const noise = new Float32Array(2);
  crypto.getRandomValues(new Uint8Array(noise.buffer));
  return rate / (1 + decayRate * epochNum);
}
