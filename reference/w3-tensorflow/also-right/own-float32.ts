import * as tf from "@tensorflow/tfjs";
import { type Params, Rng } from "gradecheck";

/** Operations put together in other ways, fused where the library can, and an initialization of its own. */
type Variables = Record<string, tf.Variable<tf.Rank.R2>>;

type Options = { learningRate: number; numEpochs: number; miniBatchSize: number; printCost: boolean; seed: number };

const of = (parameters: Params, name: string): tf.Tensor2D => parameters[name] as tf.Tensor2D;

/** One product of [W b] and [X; 1]. */
export async function linearFunction(rng: Rng): Promise<tf.Tensor2D> {
  const X = rng.randn<tf.Rank.R2>([3, 1]);
  const W = rng.randn<tf.Rank.R2>([4, 3]);
  const b = rng.randn<tf.Rank.R2>([4, 1]);
  await tf.nextFrame();
  return tf.tidy(() => tf.matMul(tf.concat([W, b], 1), tf.concat([X, tf.ones<tf.Rank.R2>([1, 1])], 0)));
}

/** The exponential of what is never positive. */
export function sigmoid(z: number | number[] | tf.Tensor): tf.Tensor {
  return tf.tidy(() => {
    const x = tf.cast(z, "float32");
    const small = tf.exp(tf.neg(tf.abs(x)));
    return tf.where(tf.greaterEqual(x, 0), tf.div(1, tf.add(1, small)), tf.div(small, tf.add(1, small)));
  });
}

export function oneHotMatrix(label: number, C?: number): tf.Tensor1D {
  const classes = C === undefined ? 6 : C;
  return tf.tidy(() => tf.equal(tf.range(0, classes), label).toFloat().as1D());
}

/** Box and Muller's method on a linear congruential generator. */
export function initializeParameters(seed?: number): Variables {
  let state = BigInt(seed ?? 1) * 0x9e3779b97f4a7c15n + 0x1234567n;
  const uniform = (): number => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
    return (Number(state >> 32n) + 0.5) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const make = (rows: number, columns: number) => {
    const deviation = Math.sqrt(2 / (rows + columns));
    return tf.variable(
      tf.tensor2d(
        Float32Array.from({ length: rows * columns }, () => deviation * normal()),
        [rows, columns],
      ),
    );
  };
  const units = [12288, 25, 12, 6];
  return Object.fromEntries(
    [1, 2, 3].flatMap((l) => [
      [`W${l}`, make(units[l] ?? 0, units[l - 1] ?? 0)],
      [`b${l}`, make(units[l] ?? 0, 1)],
    ]),
  );
}

export function forwardPropagation(X: tf.Tensor2D, parameters: Params): tf.Tensor2D {
  return tf.tidy(() => {
    const pass = (A: tf.Tensor2D, l: number, activation: "linear" | "relu") =>
      tf.fused.matMul({
        a: A,
        b: of(parameters, `W${l}`),
        transposeB: true,
        bias: tf.reshape(of(parameters, `b${l}`), [-1]),
        activation,
      }) as tf.Tensor2D;
    const hidden = pass(pass(tf.transpose(X), 1, "relu"), 2, "relu");
    return tf.transpose(pass(hidden, 3, "linear"));
  });
}

/** What the logits of all classes add up to, less that of the label's. */
export function computeTotalLoss(logits: tf.Tensor2D, labels: tf.Tensor2D): tf.Scalar {
  return tf.tidy(() => {
    const all = tf.sum(tf.logSumExp(logits, 0));
    return tf.sub(all, tf.sum(tf.mul(tf.reverse(labels, 0), tf.reverse(logits, 0)))).asScalar();
  });
}

export function gradientTape(X: tf.Tensor2D, labels: tf.Tensor2D, parameters: Variables) {
  const computed = tf.train
    .sgd(1)
    .computeGradients(() => computeTotalLoss(forwardPropagation(X, parameters), labels), Object.values(parameters));
  const grads = Object.keys(parameters).map((name) => [`d${name}`, computed.grads[parameters[name]?.name ?? ""]]);
  return { loss: computed.value, grads: Object.fromEntries(grads.reverse()) };
}

export async function trainStep(
  X: tf.Tensor2D,
  labels: tf.Tensor2D,
  parameters: Variables,
  optimizer: tf.Optimizer,
): Promise<number> {
  const { loss, grads } = gradientTape(X, labels, parameters);
  optimizer.applyGradients(
    Object.fromEntries(Object.entries(parameters).map(([name, { name: id }]) => [id, grads[`d${name}`]])),
  );
  const [value = Number.NaN] = await loss.data();
  tf.dispose([loss, grads]);
  return value;
}

export async function model(
  XTrain: tf.Tensor2D,
  YTrain: tf.Tensor2D,
  XTest: tf.Tensor2D,
  YTest: tf.Tensor2D,
  options: Options,
) {
  const parameters = initializeParameters(options.seed);
  const optimizer = tf.train.adam(options.learningRate);
  const rng = new Rng(options.seed);
  const m = XTrain.shape[1];
  const costs: number[] = [];
  while (costs.length < options.numEpochs) {
    const order = tf.tensor1d(rng.permutation(m), "int32");
    const [X, Y] = [tf.gather(XTrain, order, 1), tf.gather(YTrain, order, 1)];
    let total = 0;
    for (let start = 0; start < m; start += options.miniBatchSize) {
      const size = [-1, Math.min(options.miniBatchSize, m - start)];
      total += await trainStep(tf.slice(X, [0, start], size), tf.slice(Y, [0, start], size), parameters, optimizer);
    }
    costs.push(Number((total / m).toPrecision(6)));
  }
  const accuracy = (X: tf.Tensor2D, Y: tf.Tensor2D): number => {
    const predicted = forwardPropagation(X, parameters).argMax(0).arraySync() as number[];
    const hits = (Y.argMax(0).arraySync() as number[]).filter((label, j) => label === predicted[j]);
    return hits.length / predicted.length;
  };
  return { parameters, costs: tf.tensor1d(costs), trainAccuracy: accuracy(XTrain, YTrain), testAccuracy: accuracy(XTest, YTest) };
}
