import * as tf from "@tensorflow/tfjs";
import type { Params } from "gradecheck";
import type { NormalizationCache } from "gradecheck/w3-batch-normalization";
import type { Misconception } from "../misconceptions/misconception.ts";
import type { Matrix } from "./normalization-variant.ts";
import { batchNormForward } from "./solution.ts";

/** Where in the network something happens. */
type Layer = { readonly l: number; readonly last: number; readonly epsilon: number };

/** The parts of the network that a student may get wrong. */
type Parts = {
  readonly layers: (parameters: Params) => number;
  readonly epsilon: (given: number | undefined) => number;
  /** Before it is normalized. */
  readonly Z: (Z: Matrix, layer: Layer) => Matrix;
  /** The normalized layer; by default from its own gamma and beta. */
  readonly normalized: (Z: Matrix, parameters: Params, layer: Layer) => Normalized;
  readonly hidden: (ZTilde: Matrix, layer: Layer) => Matrix;
  readonly output: (ZTilde: Matrix, Z: Matrix) => Matrix;
  readonly caches: (caches: NormalizationCache[]) => readonly NormalizationCache[];
};

type Normalized = { readonly ZTilde: Matrix; readonly cache: NormalizationCache };

const entry = (parameters: Params, name: string): Matrix => {
  const tensor = parameters[name];
  if (tensor === undefined) throw new TypeError(`Cannot read ${name}: it is missing`);
  return tensor;
};

const normalizedAs = (name: number, parameters: Params, Z: Matrix, epsilon: number): Normalized =>
  batchNormForward(Z, entry(parameters, `gamma${name}`), entry(parameters, `beta${name}`), epsilon);

const right: Parts = {
  layers: (parameters) => Object.keys(parameters).length / 3,
  epsilon: (given = 1e-8) => given,
  Z: (Z) => Z,
  normalized: (Z, parameters, { l, epsilon }) => normalizedAs(l, parameters, Z, epsilon),
  hidden: (ZTilde) => tf.relu(ZTilde),
  output: (ZTilde) => ZTilde,
  caches: (caches) => caches,
};

const networkWith = (changes: Partial<Parts>) => (X: Matrix, parameters: Params, given?: number) => {
  const part = { ...right, ...changes };
  const last = part.layers(parameters);
  const epsilon = part.epsilon(given);
  const caches: NormalizationCache[] = [];
  let A = X;
  for (let l = 1; l <= last; l++) {
    const Z = part.Z(tf.matMul<Matrix>(entry(parameters, `W${l}`), A), { l, last, epsilon });
    const { ZTilde, cache } = part.normalized(Z, parameters, { l, last, epsilon });
    A = l < last ? part.hidden(ZTilde, { l, last, epsilon }) : part.output(ZTilde, Z);
    caches.push(cache);
  }
  return { AL: A, caches: part.caches(caches) };
};

const variant = (id: string, name: string, explanation: string, changes: Partial<Parts>): Misconception => ({
  id: `network-${id}`,
  exercise: "forwardWithBatchNorm",
  name,
  explanation,
  implementation: networkWith(changes),
});

const lastIsLinear =
  "The last layer's output may be any number; what is made of it, a probability or a class, is not the business of this function.";

/** What students write instead of a network of normalized layers. */
export const networkMisconceptions: readonly Misconception[] = [
  variant("relu-in-last-layer", "The last layer ends with relu as well.", lastIsLinear, {
    output: (ZTilde) => tf.relu(ZTilde),
  }),
  variant("sigmoid-in-last-layer", "The last layer ends with a sigmoid.", lastIsLinear, {
    output: (ZTilde) => tf.sigmoid(ZTilde),
  }),
  variant(
    "no-relu",
    "The hidden layers have no relu.",
    "Without something that is not linear between them, layers add nothing that one layer could not do. Look at what the next layer gets.",
    {
      hidden: (ZTilde) => ZTilde,
    },
  ),
  variant(
    "tanh-in-hidden-layers",
    "The hidden layers end with tanh.",
    "This network has relu in its hidden layers, where negative numbers become 0 and the others stay as they are.",
    {
      hidden: (ZTilde) => tf.tanh(ZTilde),
    },
  ),
  variant(
    "leaky-relu",
    "The hidden layers let a part of negative numbers through.",
    "relu makes 0 of every negative number. A slope below 0 belongs to leaky relu.",
    {
      hidden: (ZTilde) => tf.leakyRelu(ZTilde, 0.01),
    },
  ),
  variant(
    "relu-before-normalization",
    "relu comes before the normalization.",
    "Here the sums are normalized, and relu is applied to what gamma and beta have made of them. The other order gives every unit other statistics.",
    {
      Z: (Z, { l, last }) => (l < last ? tf.relu(Z) : Z),
      hidden: (ZTilde) => ZTilde,
    },
  ),
  variant(
    "gamma-and-beta-not-applied",
    "The next layer gets the normalized values without gamma and beta.",
    "What goes on is ZTilde. ZNorm is kept in the cache for the way back.",
    {
      normalized: (Z, parameters, { l, epsilon }) => {
        const normalized = normalizedAs(l, parameters, Z, epsilon);
        return { ...normalized, ZTilde: normalized.cache.ZNorm };
      },
    },
  ),
  variant(
    "last-layer-not-normalized",
    "The output is that of the last layer before its normalization.",
    "Every layer is normalized, the last one too. Its gamma and beta are in the dictionary like all others.",
    {
      output: (_, Z) => Z,
    },
  ),
  variant(
    "last-layer-left-out",
    "The last layer is left out.",
    "Layers count from 1 up to and including the last. Look at where your loop ends.",
    {
      layers: (parameters) => Math.max(1, right.layers(parameters) - 1),
    },
  ),
  variant(
    "first-layer-s-scales",
    "Every layer is scaled and shifted by the gamma and beta of the first.",
    "Each layer has its own, under names that end with its number.",
    {
      normalized: (Z, parameters, { l, epsilon }) => {
        const own = [`gamma${l}`, `beta${l}`].map((name) => entry(parameters, name).shape[0]);
        const first = entry(parameters, "gamma1").shape[0];
        return normalizedAs(own.every((units) => units === first) ? 1 : l, parameters, Z, epsilon);
      },
    },
  ),
  variant(
    "epsilon-not-passed-on",
    "epsilon is not passed on; every layer uses the default.",
    "The argument is meant for every layer. Look at how the layers are normalized.",
    { epsilon: () => 1e-8 },
  ),
  variant(
    "default-epsilon-1e-5",
    "When no epsilon is given, it is 1e-5.",
    "1e-5 is the default of another library. Compare yours with the signature in the handout.",
    {
      epsilon: (given = 1e-5) => given,
    },
  ),
  variant(
    "default-epsilon-1e-3",
    "When no epsilon is given, it is 1e-3.",
    "1e-3 is the default of another library. Compare yours with the signature in the handout.",
    {
      epsilon: (given = 1e-3) => given,
    },
  ),
  variant(
    "caches-of-hidden-layers",
    "The last layer's cache is missing.",
    "The way back begins at the last layer and needs its cache first. There is one for every layer.",
    {
      caches: (caches) => caches.slice(0, -1),
    },
  ),
  variant(
    "caches-last-first",
    "The caches are listed from the last layer to the first.",
    "The way back will read them in that order, but the list has the first layer's cache first.",
    {
      caches: (caches) => caches.toReversed(),
    },
  ),
  variant(
    "last-cache-only",
    "Only the last layer's cache is returned.",
    "Every layer has statistics of its own, and the way back needs them all. Collect them while the layers are computed.",
    {
      caches: (caches) => caches.slice(-1),
    },
  ),
  variant(
    "same-cache-everywhere",
    "The list holds the last layer's cache again and again.",
    "Every layer has a cache of its own. Look at whether one object is filled anew and pushed every time.",
    {
      caches: (caches) => caches.map((cache) => caches.at(-1) ?? cache),
    },
  ),
];
