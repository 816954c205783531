import * as tf from "@tensorflow/tfjs";
import { type Grads, type Params, Rng } from "gradecheck";

/** Weights `W1, W2, W3` [n_l, n_(l-1)] and biases `b1, b2, b3` [n_l, 1]. */
type Parameters = Record<string, tf.Variable<tf.Rank.R2>>;

/** Settings of {@link model}. */
type ModelOptions = {
  /** Step length of Adam. */
  learningRate: number;
  /** Passes over the training set. */
  numEpochs: number;
  /** Examples of a full mini-batch. */
  miniBatchSize: number;
  /** Whether to print costs; nobody reads what a reference prints. */
  printCost: boolean;
  /** Integer, >= 0; decides the initial parameters and the order of the examples. */
  seed: number;
};

const layerShapes: Readonly<Record<string, [rows: number, columns: number]>> = {
  W1: [25, 12288],
  b1: [25, 1],
  W2: [12, 25],
  b2: [12, 1],
  W3: [6, 12],
  b3: [6, 1],
};

/** Standard deviation of standard normal draws that are repeated until they lie within (-2, 2). */
const truncatedDeviation = 0.8796256610342398;

/**
 * `W X + b` with random X [3, 1], W [4, 3] and b [4, 1].
 *
 * @param rng Source of the draws, in the order X, W, b
 * @returns float32 [4, 1]
 */
export function linearFunction(rng: Rng): tf.Tensor2D {
  return tf.tidy(() => {
    const X = rng.randn<tf.Rank.R2>([3, 1]);
    const W = rng.randn<tf.Rank.R2>([4, 3]);
    const b = rng.randn<tf.Rank.R2>([4, 1]);
    return tf.add(tf.matMul(W, X), b);
  });
}

/**
 * The logistic function `1 / (1 + exp(-z))`, element by element.
 *
 * @param z A number, a list of numbers or a tensor of any shape and dtype
 * @returns float32 tensor of the shape of `z`, rank 0 for a number
 */
export function sigmoid(z: number | number[] | tf.Tensor): tf.Tensor {
  return tf.tidy(() => tf.sigmoid(tf.cast(z, "float32")));
}

/**
 * The one-hot vector of a label: 1 at the label's index, 0 elsewhere.
 *
 * @param label Class, an integer from 0 to C - 1
 * @param C Number of classes, >= 2
 * @returns Rank 1, [C]
 */
export function oneHotMatrix(label: number, C = 6): tf.Tensor1D {
  return tf.tidy(() => tf.oneHot(label, C) as tf.Tensor1D);
}

/**
 * Parameters of the network 12288-25-12-6, biases included, from a normal distribution truncated at two standard
 * deviations, with mean 0 and standard deviation `sqrt(2 / (rows + columns))`.
 *
 * @param seed Integer, >= 0
 * @returns Variables W1 [25, 12288], b1 [25, 1], W2 [12, 25], b2 [12, 1], W3 [6, 12], b3 [6, 1]
 * @see Glorot & Bengio 2010, Understanding the difficulty of training deep feedforward neural networks
 */
export function initializeParameters(seed = 1): Parameters {
  const shapes = Object.entries(layerShapes);
  return Object.fromEntries(
    shapes.map(([name, shape], i) => {
      const [rows, columns] = shape;
      const deviation = Math.sqrt(2 / (rows + columns)) / truncatedDeviation;
      // The generator takes a seed of 0 for none.
      const draw = (): tf.Tensor2D => tf.truncatedNormal(shape, 0, deviation, "float32", 1 + seed * shapes.length + i);
      return [name, tf.tidy(() => tf.variable<tf.Rank.R2>(draw()))];
    }),
  );
}

/**
 * Forward pass of the network linear-relu-linear-relu-linear.
 *
 * @param X Inputs, float32 [n0, m], one example per column
 * @param parameters W1 [n1, n0], b1 [n1, 1], W2 [n2, n1], b2 [n2, 1], W3 [n3, n2], b3 [n3, 1]
 * @returns Logits Z3, [n3, m]
 */
export function forwardPropagation(X: tf.Tensor2D, parameters: Params): tf.Tensor2D {
  return tf.tidy(() => {
    const A1 = tf.relu(linear(parameters, 1, X));
    const A2 = tf.relu(linear(parameters, 2, A1));
    return linear(parameters, 3, A2);
  });
}

/**
 * Softmax cross-entropy, summed over the examples and not divided by their number.
 *
 * @param logits [classes, m]
 * @param labels One-hot columns, [classes, m]
 * @returns Loss, scalar
 * @see Goodfellow, Bengio & Courville 2016, Deep Learning, section 6.2.2.3
 */
export function computeTotalLoss(logits: tf.Tensor2D, labels: tf.Tensor2D): tf.Scalar {
  return tf.tidy(() => {
    // logSoftmax works on the last axis alone.
    const logProbabilities = tf.logSoftmax(tf.transpose(logits));
    return tf.neg(tf.sum(tf.mul(tf.transpose(labels), logProbabilities))).asScalar();
  });
}

/**
 * Loss of a batch and its gradient with respect to every parameter, by automatic differentiation.
 *
 * @param X Inputs, float32 [n0, m]
 * @param labels One-hot columns, [n3, m]
 * @param parameters Variables, as {@link forwardPropagation} takes them
 * @returns Loss summed over the batch, scalar, and gradients under `dW1, db1, ...` in the shapes of the parameters
 */
export function gradientTape(
  X: tf.Tensor2D,
  labels: tf.Tensor2D,
  parameters: Parameters,
): { loss: tf.Scalar; grads: Grads } {
  const { value, grads: byVariable } = tf.variableGrads(
    () => computeTotalLoss(forwardPropagation(X, parameters), labels),
    Object.values(parameters),
  );
  const grads = Object.entries(parameters).map(([name, variable]) => [`d${name}`, byVariable[variable.name]]);
  return { loss: value, grads: Object.fromEntries(grads) };
}

/**
 * One step of an optimizer along the gradient of the summed loss. Changes the variables in place.
 *
 * @param X Inputs, float32 [n0, m]
 * @param labels One-hot columns, [n3, m]
 * @param parameters Variables, changed in place
 * @param optimizer An optimizer of TensorFlow.js
 * @returns Loss of the batch before the step
 */
export function trainStep(
  X: tf.Tensor2D,
  labels: tf.Tensor2D,
  parameters: Parameters,
  optimizer: tf.Optimizer,
): number {
  return tf.tidy(() => {
    const { loss, grads } = gradientTape(X, labels, parameters);
    optimizer.applyGradients(
      Object.entries(parameters).map(([name, { name: variable }]) => ({
        name: variable,
        tensor: entry(grads, `d${name}`),
      })),
    );
    return scalarOf(loss);
  });
}

/**
 * Trains the network 12288-25-12-6 with Adam on mini-batches, which are shuffled before each epoch.
 *
 * @param XTrain Training inputs, float32 [12288, m] in [0, 1]
 * @param YTrain Their labels, one-hot columns, [6, m]
 * @param XTest Test inputs, float32 [12288, m_test]
 * @param YTest Their labels, [6, m_test]
 * @param options All of them are needed
 * @returns Trained variables; for each epoch the sum of the batches' losses divided by m; accuracies in [0, 1]
 * @see Kingma & Ba 2015, Adam: A Method for Stochastic Optimization
 */
export function model(
  XTrain: tf.Tensor2D,
  YTrain: tf.Tensor2D,
  XTest: tf.Tensor2D,
  YTest: tf.Tensor2D,
  options: ModelOptions,
): { parameters: Parameters; costs: number[]; trainAccuracy: number; testAccuracy: number } {
  const { learningRate, numEpochs, miniBatchSize, seed } = options;
  const parameters = initializeParameters(seed);
  const optimizer = tf.train.adam(learningRate);
  const rng = new Rng(seed);
  const m = XTrain.shape[1];
  const costs = Array.from({ length: numEpochs }, () => {
    const order = rng.permutation(m);
    let total = 0;
    for (let start = 0; start < m; start += miniBatchSize) {
      const columns = order.slice(start, start + miniBatchSize);
      total += tf.tidy(() =>
        trainStep(tf.gather(XTrain, columns, 1), tf.gather(YTrain, columns, 1), parameters, optimizer),
      );
    }
    return total / m;
  });
  optimizer.dispose();
  return {
    parameters,
    costs,
    trainAccuracy: accuracy(XTrain, YTrain, parameters),
    testAccuracy: accuracy(XTest, YTest, parameters),
  };
}

/** Share of the examples whose largest logit is that of their class. */
function accuracy(X: tf.Tensor2D, labels: tf.Tensor2D, parameters: Params): number {
  return tf.tidy(() => {
    const predicted = tf.argMax(forwardPropagation(X, parameters), 0);
    return scalarOf(tf.mean(tf.cast(tf.equal(predicted, tf.argMax(labels, 0)), "float32")).asScalar());
  });
}

/** `W A + b` of one layer. */
function linear(parameters: Params, layer: number, A: tf.Tensor2D): tf.Tensor2D {
  return tf.add(tf.matMul(entry(parameters, `W${layer}`), A), entry(parameters, `b${layer}`));
}

function entry(dictionary: Params, name: string): tf.Tensor2D {
  const tensor = dictionary[name];
  if (tensor === undefined) throw new TypeError(`Cannot compute the network: ${name} is missing`);
  return tensor;
}

const scalarOf = (tensor: tf.Scalar): number => tensor.dataSync()[0] ?? Number.NaN;
