import { createHash } from "node:crypto";
import "@tensorflow/tfjs-backend-cpu";
import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { makeLean } from "../../../sandbox/guest/tensors/lean-engine.ts";

const engine = tf.engine();
const methods = Object.getPrototypeOf(engine) as Record<string, unknown>;
const originals = { endScope: methods["endScope"], runKernel: methods["runKernel"] };

/** Runs something with the engine as it comes and with the lean one. */
function both<Result>(run: () => Result): readonly [Result, Result] {
  Object.assign(methods, originals);
  const before = observed(run);
  makeLean(engine);
  const after = observed(run);
  Object.assign(methods, originals);
  return [before, after];
}

/** With what is left behind: tensors, bytes, scopes. */
function observed<Result>(run: () => Result): Result & { readonly left: unknown } {
  const before = tf.memory();
  engine.startScope("test");
  const result = run();
  engine.endScope();
  const after = tf.memory();
  const left = {
    tensors: after.numTensors - before.numTensors,
    buffers: after.numDataBuffers - before.numDataBuffers,
    bytes: after.numBytes - before.numBytes,
  };
  engine.disposeVariables();
  return { ...result, left };
}

const shown = (tensor: tf.Tensor): object => ({
  dtype: tensor.dtype,
  shape: tensor.shape,
  values: [...tensor.dataSync()],
  kept: tensor.kept,
});

/** Steps of a program over a stack of tensors. Each takes what lies on top, and throws as the operation does. */
const steps: Readonly<Record<string, (a: tf.Tensor, b: tf.Tensor) => tf.Tensor | readonly tf.Tensor[]>> = {
  add: (a, b) => a.add(b),
  matMul: (a, b) => a.matMul(b as tf.Tensor2D),
  softmax: (a) => a.softmax(),
  split: (a) => tf.split(a, 2, 1),
  unstack: (a) => a.unstack(),
  cast: (a) => a.cast("int32"),
  reshape: (a) => a.reshape([a.size]),
  clone: (a) => a.clone(),
  keep: (a) => tf.keep(a.mul(2)),
  tidy: (a, b) => tf.tidy(() => a.sub(b).square().sum()),
  tidyMany: (a, b) => Object.values(tf.tidy(() => ({ x: a.neg(), y: [b.exp()] }))).flat(),
  tidyNothing: (a) => {
    tf.tidy(() => undefined);
    return a;
  },
  tidySame: (a) => tf.tidy(() => a),
  disposed: (a) => {
    const gone = a.add(1);
    gone.dispose();
    return gone.mul(2);
  },
  moments: (a) => Object.values(tf.moments(a)),
  topk: (a) => Object.values(tf.topk(a)),
};

function runProgram(names: readonly string[]): object {
  const stack: tf.Tensor[] = [
    tf.tensor2d([1, -2, 3, 0.5], [2, 2]),
    tf.tensor2d([
      [0.1, 7],
      [2, -3],
    ]),
  ];
  const said: string[] = [];
  for (const name of names) {
    try {
      const [a, b] = [stack.at(-1) as tf.Tensor, stack.at(-2) as tf.Tensor];
      stack.push(...[(steps[name] as (typeof steps)[string])(a, b)].flat());
    } catch (error) {
      said.push(`${name}: ${String(error)}`);
    }
  }
  return { said, stack: stack.map((tensor) => (tensor.isDisposed ? "disposed" : shown(tensor))) };
}

describe("makeLean()", () => {
  beforeAll(async () => {
    tf.env().set("PROD", true);
    await tf.setBackend("cpu");
  });

  it("leaves results, errors and what is disposed of as they are", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(steps)), { maxLength: 12 }), (names) => {
        const [before, after] = both(() => runProgram(names));
        expect(after).toEqual(before);
      }),
      { seed: 1, numRuns: 150 },
    );
  });

  it("leaves gradients and training as they are", () => {
    const [before, after] = both(() => {
      const weights = tf.variable(tf.tensor2d([0.1, 0.2, 0.3, 0.4], [2, 2]));
      const x = tf.tensor2d([1, 2, 3, 4], [2, 2]);
      const labels = tf.tensor2d([1, 0, 0, 1], [2, 2]);
      const loss = (): tf.Scalar =>
        tf.losses.softmaxCrossEntropy(labels, weights.matMul(x).relu().add(weights.mul(0.1))).asScalar();
      const optimizer = tf.train.adam(0.1);
      const costs = [1, 2, 3].map(() => shown(optimizer.minimize(loss, true) as tf.Scalar));
      const { grads } = tf.variableGrads(loss);
      const second = tf.grad((a) =>
        tf
          .grad((b) => b.pow(3).sum())(a)
          .sum(),
      )(x);
      return { costs, grads: Object.values(grads).map(shown), second: shown(second), weights: shown(weights) };
    });
    expect(after).toEqual(before);
  });

  it("profiles, and says which kernel is missing", async () => {
    makeLean(engine);
    const profile = await tf.profile(() => tf.add(1, 2));
    expect(profile.kernels.map(({ name }) => name)).toContain("Add");
    expect(() => engine.runKernel("Nothing", {})).toThrow("Kernel 'Nothing' not registered for backend 'cpu'");
    Object.assign(methods, originals);
  });

  it("stands for the methods that it was written from: look at them again where they have changed", () => {
    const text = [originals.endScope, originals.runKernel, methods["runKernelFunc"], methods["scopedRun"]].join("\n");
    expect(createHash("sha256").update(text).digest("hex").slice(0, 16)).toBe("2d6f4968a7d5095a");
  });
});
