import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { Misconception } from "../misconceptions/misconception.ts";
import { entryOf, forward, linear, softmaxOfColumns } from "./network-variant.ts";

type Forward = (X: tf.Tensor2D, parameters: Params) => tf.Tensor2D;

const propagation = (id: string, name: string, explanation: string, implementation: Forward): Misconception => ({
  id: `forward-${id}`,
  exercise: "forwardPropagation",
  name,
  explanation,
  implementation,
});

type Activation = (Z: tf.Tensor2D) => tf.Tensor2D;

const relus: readonly Activation[] = [tf.relu, tf.relu];

/** The forward pass with an activation for each hidden layer. @param isBare Whether a layer has no bias. */
function throughLayers(
  X: tf.Tensor2D,
  parameters: Params,
  activations: readonly Activation[],
  isBare: (layer: number) => boolean = () => false,
): tf.Tensor2D {
  return [1, 2, 3].reduce((A, layer) => {
    const Z = isBare(layer)
      ? tf.matMul<tf.Tensor2D>(entryOf(parameters, `W${layer}`), A)
      : linear(parameters, layer, A);
    return activations[layer - 1]?.(Z) ?? Z;
  }, X);
}

/** The forward pass with the bias outside of relu in some layers. */
function biasAfterRelu(X: tf.Tensor2D, parameters: Params, layers: readonly number[]): tf.Tensor2D {
  const hidden = (A: tf.Tensor2D, layer: number): tf.Tensor2D =>
    layers.includes(layer)
      ? tf.add(tf.relu(tf.matMul(entryOf(parameters, `W${layer}`), A)), entryOf(parameters, `b${layer}`))
      : tf.relu(linear(parameters, layer, A));
  return linear(parameters, 3, hidden(hidden(X, 1), 2));
}

/** What students write instead of the forward pass. */
export const forwardMisconceptions: readonly Misconception[] = [
  propagation(
    "softmax-at-end",
    "softmax is applied to the last layer.",
    "The function returns logits, which may be any numbers. The loss turns them into probabilities itself, in one step " +
      "with the logarithm; done before, softmax would be applied twice. Nothing comes after the last sum.",
    (X, parameters) => softmaxOfColumns(forward(X, parameters)),
  ),
  propagation(
    "relu-at-end",
    "relu is applied to the last layer as well.",
    "relu belongs between the layers. After the last one it would cut every negative logit to 0, and a class could " +
      "never be called unlikely. Look at how many activations stand in the chain of the handout.",
    (X, parameters) => tf.relu(forward(X, parameters)),
  ),
  propagation(
    "no-relu",
    "There is no relu between the layers.",
    "Linear maps one after the other are one linear map: without an activation, three layers can do no more than one. " +
      "relu stands after the first and after the second layer.",
    (X, parameters) => forward(X, parameters, (Z) => Z),
  ),
  propagation(
    "sigmoid-between-layers",
    "The hidden layers use sigmoid instead of relu.",
    "Sigmoid belongs where a probability is wanted. In hidden layers its slope is small nearly everywhere, and deep " +
      "networks learn slowly with it. The network of this assignment has relu there.",
    (X, parameters) => forward(X, parameters, tf.sigmoid),
  ),
  propagation(
    "biases-forgotten",
    "The biases are not added.",
    "Every layer has a weight matrix and a bias. Without biases each unit's boundary passes through zero. The bias is " +
      "a column and is added to every column of the product.",
    (X, parameters) => forward(X, parameters, tf.relu, (all, layer, A) => tf.matMul(entryOf(all, `W${layer}`), A)),
  ),
  propagation(
    "transposed-result",
    "The result is transposed: a row for each example.",
    "In this course examples are columns from the input to the logits. Keras and many examples on the web have them in " +
      "rows. Compare the shape of the result with the number of classes and of examples.",
    (X, parameters) => tf.transpose<tf.Tensor2D>(forward(X, parameters)),
  ),
  propagation(
    "first-relu-missing",
    "relu is missing after the first layer.",
    "Without an activation between them, the first and the second layer are one linear map. relu stands after the first " +
      "layer and after the second one. Compare your activations with the chain of the handout.",
    (X, parameters) => tf.tidy(() => throughLayers(X, parameters, [(Z) => Z, tf.relu])),
  ),
  propagation(
    "second-relu-missing",
    "relu is missing after the second layer.",
    "Without an activation between them, the second and the third layer are one linear map. relu stands after the first " +
      "layer and after the second one. Compare your activations with the chain of the handout.",
    (X, parameters) => tf.tidy(() => throughLayers(X, parameters, [tf.relu, (Z) => Z])),
  ),
  propagation(
    "sigmoid-in-first-layer",
    "The first hidden layer uses sigmoid instead of relu.",
    "Both hidden layers of this network have relu. Sigmoid squeezes all activations between 0 and 1, and relu does not. " +
      "Look at what comes out of the first layer for large sums.",
    (X, parameters) => tf.tidy(() => throughLayers(X, parameters, [tf.sigmoid, tf.relu])),
  ),
  propagation(
    "sigmoid-in-second-layer",
    "The second hidden layer uses sigmoid instead of relu.",
    "Both hidden layers of this network have relu. Sigmoid squeezes all activations between 0 and 1, and relu does not. " +
      "Look at what comes out of the second layer for large sums.",
    (X, parameters) => tf.tidy(() => throughLayers(X, parameters, [tf.relu, tf.sigmoid])),
  ),
  propagation(
    "tanh-between-layers",
    "The hidden layers use tanh instead of relu.",
    "tanh bends every sum towards -1 or 1; relu leaves positive sums as they are and makes negative ones 0. The network " +
      "of this assignment has relu in both hidden layers.",
    (X, parameters) => forward(X, parameters, tf.tanh),
  ),
  propagation(
    "leaky-relu",
    "The hidden layers use a leaky relu, which lets a share of negative sums through.",
    "relu makes every negative sum 0. A leaky relu keeps a fifth of it in TensorFlow.js, or another share. That is " +
      "another network than the one asked for.",
    (X, parameters) => forward(X, parameters, (Z) => tf.leakyRelu(Z)),
  ),
  propagation(
    "leaky-relu-first-layer",
    "The first hidden layer uses a leaky relu, which lets a share of negative sums through.",
    "relu makes every negative sum 0. A leaky relu keeps a fifth of it in TensorFlow.js, or another share. That is " +
      "another network than the one asked for.",
    (X, parameters) => tf.tidy(() => throughLayers(X, parameters, [(Z) => tf.leakyRelu(Z), tf.relu])),
  ),
  propagation(
    "sigmoid-at-end",
    "sigmoid is applied to the last layer.",
    "The function returns logits, which may be any numbers. The loss makes probabilities of them itself. Nothing comes " +
      "after the last sum.",
    (X, parameters) => tf.sigmoid(forward(X, parameters)),
  ),
  propagation(
    "last-bias-forgotten",
    "The bias of the last layer is not added.",
    "Every layer has a weight matrix and a bias, the last one too. Without it, the classes cannot be of different " +
      "likelihood when all activations are 0. The bias is a column and is added to every column of the product.",
    (X, parameters) => tf.tidy(() => throughLayers(X, parameters, relus, (l) => l === 3)),
  ),
  propagation(
    "second-bias-forgotten",
    "The bias of the second layer is not added.",
    "Every layer has a weight matrix and a bias. The bias is a column and is added to every column of the product, " +
      "before relu.",
    (X, parameters) => tf.tidy(() => throughLayers(X, parameters, relus, (l) => l === 2)),
  ),
  propagation(
    "first-bias-forgotten",
    "The bias of the first layer is not added.",
    "Every layer has a weight matrix and a bias. The bias is a column and is added to every column of the product, " +
      "before relu.",
    (X, parameters) => tf.tidy(() => throughLayers(X, parameters, relus, (l) => l === 1)),
  ),
  propagation(
    "second-bias-after-relu",
    "In the second layer the bias is added after relu instead of before.",
    "The bias moves the point at which relu opens. Added afterwards it moves the activation itself, even of a unit that " +
      "is silent. Product, then bias, then relu: that is the order in each layer.",
    (X, parameters) => tf.tidy(() => biasAfterRelu(X, parameters, [2])),
  ),
  propagation(
    "first-bias-after-relu",
    "In the first layer the bias is added after relu instead of before.",
    "The bias moves the point at which relu opens. Added afterwards it moves the activation itself, even of a unit that " +
      "is silent. Product, then bias, then relu: that is the order in each layer.",
    (X, parameters) => tf.tidy(() => biasAfterRelu(X, parameters, [1])),
  ),
  propagation(
    "biases-after-relu",
    "In both hidden layers the bias is added after relu instead of before.",
    "The bias moves the point at which relu opens. Added afterwards it moves the activation itself, even of a unit that " +
      "is silent. Product, then bias, then relu: that is the order in each layer.",
    (X, parameters) => tf.tidy(() => biasAfterRelu(X, parameters, [1, 2])),
  ),
];
