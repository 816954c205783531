// Handed to the harness while the guest image is made, as if somebody had handed it in: so that the image holds the compiled code of
// whatever submissions commonly use, and no isolate has to compile it again. It solves nothing.
import * as tf from "@tensorflow/tfjs";
import { Rng } from "gradecheck";

type Dictionary = Readonly<Record<string, tf.Tensor2D>>;

/** Operations of tensors, in the spelling of methods. */
export function methods(a: tf.Tensor2D, { W }: Dictionary): unknown {
  const b = W as tf.Tensor2D;
  return {
    arithmetic: [a.add(b), a.sub(b).sub(1), a.mul(0.5).mul(b), a.div(2).div(b.add(1)), a.neg(), a.square(), a.pow(2)],
    functions: [a.sqrt(), a.exp(), a.abs().log(), a.relu(), a.sigmoid(), a.tanh(), a.softmax(), a.clipByValue(0, 1)],
    sums: [a.sum(), a.sum(1, true), a.mean(), a.mean(0), a.max(), a.min(1), a.norm(), a.argMax(1)],
    products: [
      a.matMul(b, false, true),
      a.matMul(b.transpose()),
      a.transpose(),
      a.maximum(b),
      a.minimum(b),
      a.dot(b.transpose()),
    ],
    shapes: [
      a.reshape([3, 2]),
      a.flatten(),
      a.expandDims(0).squeeze(),
      a.tile([1, 2]),
      a.clone(),
      a.cast("int32"),
      a.concat(b, 1),
    ],
    parts: [
      a.slice([0, 1], [2, 1]),
      a.gather([1, 0]),
      a.gather(tf.tensor1d([2, 0], "int32"), 1),
      ...a.split(3, 1),
      ...a.unstack(),
    ],
    comparisons: [a.greater(b), a.less(0), a.greaterEqual(b), a.equal(b), a.greater(b).cast("float32")],
  };
}

/** The same in the spelling of functions, and what has no method. */
export function functions(a: tf.Tensor2D, { W }: Dictionary): unknown {
  const b = W as tf.Tensor2D;
  return tf.tidy(() => ({
    made: [
      tf.zeros([2, 2]),
      tf.ones([2]),
      tf.zerosLike(a),
      tf.onesLike(a),
      tf.fill([2], 1),
      tf.scalar(3),
      tf.eye(2),
      tf.range(0, 3),
    ],
    given: [
      tf.tensor([1, 2]),
      tf.tensor1d([1]),
      tf.tensor2d([[1, 2]]),
      tf.tensor2d([1, 2], [1, 2]),
      tf.oneHot(tf.tensor1d([0, 1], "int32"), 3),
    ],
    arithmetic: [
      tf.add(a, b),
      tf.sub(a, b),
      tf.mul(a, 2),
      tf.mul(tf.scalar(2), a),
      tf.div(a, tf.scalar(3)),
      tf.pow(a, 2),
      tf.neg(a),
    ],
    functions: [
      tf.sqrt(a),
      tf.square(a),
      tf.exp(a),
      tf.log(tf.abs(a)),
      tf.relu(a),
      tf.sigmoid(a),
      tf.tanh(a),
      tf.softmax(a),
    ],
    sums: [tf.sum(a), tf.sum(a, 1, true), tf.mean(a), tf.max(a), tf.norm(a), tf.argMax(a, 0)],
    products: [tf.matMul(a, b, true, false), tf.transpose(a), tf.maximum(a, b), tf.where(tf.greater(a, b), a, b)],
    shapes: [
      tf.reshape(a, [6]),
      tf.concat([a, b], 0),
      tf.stack([a, b]),
      ...tf.unstack(a),
      ...tf.split(a, 3, 1),
      tf.slice(a, [0, 0], [1, 2]),
    ],
    gathered: [tf.gather(a, [0, 1]), tf.gather(a, tf.tensor1d([0, 2], "int32"), 1)],
  }));
}

/** Numbers in and out. */
export async function numbers(a: tf.Tensor2D, { W }: Dictionary, rng: Rng, list: number[][]): Promise<unknown> {
  const order = rng.permutation(4);
  const shuffled = tf.gather(a.transpose(), tf.tensor1d(order.slice(0, 2), "int32")).transpose();
  const flat = Array.from(a.dataSync()).map((value, i) => value * i);
  const total = list.flat().reduce((sum, value) => sum + value, 0);
  const waited = [...(await a.data())].concat((await (W as tf.Tensor2D).array()).flat());
  const { [0]: first = 0 } = a.arraySync()[0] ?? [];
  return {
    shuffled,
    flat,
    list: [order, list],
    total,
    waited,
    first,
    drawn: new Rng(3).randn([2, 2]),
    entries: Object.fromEntries(Object.entries({ a })),
  };
}

/** Gradients and training. */
export function training(a: tf.Tensor2D, { W }: Dictionary): unknown {
  const weights = tf.variable(tf.zeros<tf.Rank.R2>([2, 2]));
  const labels = tf.oneHot(tf.tensor1d([0, 1, 0], "int32"), 2).transpose();
  const loss = (): tf.Scalar =>
    tf.losses.softmaxCrossEntropy(labels.transpose(), weights.matMul(a).relu().transpose()).asScalar();
  const errors = (): tf.Scalar => weights.matMul(a).sigmoid().log().neg().mean().asScalar();
  for (const optimizer of [tf.train.adam(0.1), tf.train.sgd(0.1)]) {
    for (let step = 0; step < 2; step++) optimizer.minimize(step === 0 ? loss : errors);
  }
  const { value, grads } = tf.variableGrads(loss);
  return { value, ...grads, slope: tf.grad((x) => x.square().sum())(W as tf.Tensor2D), weights };
}

/** What is thrown, printed and not written yet. */
export function failing(): never {
  console.log("warm", [1, { two: 2 }]);
  throw new Error("Not implemented: failing");
}
