// Everything right, and printed at every step.
import * as tf from "@tensorflow/tfjs";

type Dict = Record<string, tf.Tensor2D>;

console.log("loading %s", "the module");
console.time("all");

export function updateParametersWithGd(parameters: Dict, grads: Dict, learningRate: number): Dict {
  console.group("updateParametersWithGd", { learningRate });
  console.table(Object.entries(parameters).map(([name, tensor]) => ({ name, shape: tensor.shape.join("x"), mean: tensor.mean() })));
  const out: Dict = {};
  for (const k of Object.keys(parameters)) {
    console.count(k);
    console.log(k, parameters[k], "has the gradient", grads["d" + k]);
    console.assert(parameters[k].shape.length === 2, "%s is no matrix", k);
    out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
    console.dir({ [k]: out[k], at: new Map([[k, out[k].arraySync()]]) }, { depth: null });
  }
  parameters["W1"]?.print();
  console.timeLog("all", Object.keys(out));
  console.groupEnd();
  console.trace("done");
  return out;
}

export function initializeVelocity(parameters: Dict): Dict {
  console.groupCollapsed();
  console.dirxml(parameters);
  console.timeEnd("nothing of this name");
  console.warn("%d parameters: %o, %j", Object.keys(parameters).length, Object.keys(parameters), { n: 1 });
  for (let i = 0; i < 20_000; i++) console.debug("step", i, parameters);
  process.stdout.write(`${Object.keys(parameters).join("\n")}\n`);
  const v: Dict = {};
  for (const k of Object.keys(parameters)) v["d" + k] = tf.zerosLike(parameters[k]);
  return v;
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  if (process.env.DEBUG === "1" || process.argv.includes("--debug")) throw new Error("debugging");
  console.error(new Error("only printed", { cause: { epochNum } }));
  console.countReset();
  console.clear();
  return learningRate0 / (1 + decayRate * epochNum);
}
