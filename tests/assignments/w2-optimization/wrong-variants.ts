/** Dictionaries of tensors as flat lists of numbers, row-major. */
export type Flat = Readonly<Record<string, readonly number[]>>;

/** A mini-batch or a training set, its columns in order. */
export type Columns = { readonly X: readonly (readonly number[])[]; readonly Y: readonly (readonly number[])[] };

type Update = { readonly parameters: Flat; readonly v: Flat; readonly s?: Flat };

const map = (flat: Flat, f: (value: number, key: string, i: number) => number): Flat =>
  Object.fromEntries(Object.entries(flat).map(([key, values]) => [key, values.map((value, i) => f(value, key, i))]));

const at = (flat: Flat, key: string, i: number) => flat[key]?.[i] ?? Number.NaN;

const layerOf = (key: string) => Number(key.replace(/\D/g, ""));

const lastLayer = (flat: Flat) => Math.max(...Object.keys(flat).map(layerOf));

/** Parameters moved by `step`, but only where `moves` says so. */
const moved = (
  parameters: Flat,
  step: (key: string, i: number) => number,
  moves: (key: string) => boolean = () => true,
) => map(parameters, (value, key, i) => (moves(key) ? value - step(`d${key}`, i) : value));

type Gd = (parameters: Flat, grads: Flat, learningRate: number) => Flat;

const gd: Gd = (p, g, lr) => moved(p, (k, i) => lr * at(g, k, i));

type Momentum = (p: Flat, g: Flat, v: Flat, beta: number, lr: number) => Update;

const momentumWith =
  (average: (v: number, g: number, beta: number) => number): Momentum =>
  (p, g, v, beta, lr) => {
    const next = map(v, (value, k, i) => average(value, at(g, k, i), beta));
    return { parameters: moved(p, (k, i) => lr * at(next, k, i)), v: next };
  };

const momentum = momentumWith((v, g, beta) => beta * v + (1 - beta) * g);

type Adam = (
  p: Flat,
  g: Flat,
  v: Flat,
  s: Flat,
  t: number,
  lr?: number,
  b1?: number,
  b2?: number,
  e?: number,
) => Update;

const adamParts = {
  v: (v: number, g: number, beta1: number) => beta1 * v + (1 - beta1) * g,
  s: (s: number, g: number, beta2: number) => beta2 * s + (1 - beta2) * g * g,
  vCorrected: (v: number, t: number, beta1: number, _beta2: number) => v / (1 - beta1 ** t),
  sCorrected: (s: number, t: number, beta2: number, _beta1: number) => s / (1 - beta2 ** t),
  step: (v: number, s: number, epsilon: number) => v / (Math.sqrt(s) + epsilon),
  moves: (_key: string, _last: number) => true,
  defaults: [0.01, 0.9, 0.999, 1e-8] as readonly [number, number, number, number],
};

const adamWith =
  (changes: Partial<typeof adamParts>): Adam =>
  (p, g, v, s, t, ...passed) => {
    const f = { ...adamParts, ...changes };
    const [lr, b1, b2, e] = f.defaults.map((value, i) => passed[i] ?? value) as [number, number, number, number];
    const newV = map(v, (value, k, i) => f.v(value, at(g, k, i), b1));
    const newS = map(s, (value, k, i) => f.s(value, at(g, k, i), b2));
    const vCorrected = map(newV, (value) => f.vCorrected(value, t, b1, b2));
    const sCorrected = map(newS, (value) => f.sCorrected(value, t, b2, b1));
    const step = (k: string, i: number) => lr * f.step(at(vCorrected, k, i), at(sCorrected, k, i), e);
    const parameters = moved(p, step, (k) => f.moves(k, lastLayer(p)));
    return { parameters, v: newV, s: newS, ...{ vCorrected, sCorrected } };
  };

const adam = adamWith({});

type Batches = (data: Columns, size: number | undefined, permutation: () => readonly number[]) => readonly Columns[];

const take = ({ X, Y }: Columns, columns: readonly number[], labels = columns): Columns => ({
  X: columns.map((c) => X[c] ?? []),
  Y: labels.map((c) => Y[c] ?? []),
});

const cut = (data: Columns, size: number, count = Math.ceil(data.X.length / size)): Columns[] =>
  Array.from({ length: count }, (_, k) => ({
    X: data.X.slice(k * size, (k + 1) * size),
    Y: data.Y.slice(k * size, (k + 1) * size),
  }));

const inverse = (order: readonly number[]) => order.map((_, i) => order.indexOf(i));

const batches: Batches = (data, size = 64, permutation) => cut(take(data, permutation()), size);

type Decay = (lr0: number, epoch: number, rate: number, interval?: number) => number;

const updateLr: Decay = (lr0, epoch, rate) => lr0 / (1 + rate * epoch);

const scheduleWith =
  (count: (epoch: number, interval: number) => number): Decay =>
  (lr0, epoch, rate, interval = 1000) =>
    lr0 / (1 + rate * count(epoch, interval));

type Initialize = (parameters: Flat) => unknown;

const zeros: Initialize = (p) =>
  Object.fromEntries(Object.entries(p).map(([k, values]) => [`d${k}`, values.map(() => 0)]));

const velocityVariants: Record<string, Initialize> = {
  "keys of the parameters": (p) => map(p, () => 0),
  "last layer left out": (p) => zeros(Object.fromEntries(Object.entries(p).filter(([k]) => layerOf(k) < lastLayer(p)))),
  "copy of the parameters": (p) => Object.fromEntries(Object.entries(p).map(([k, values]) => [`d${k}`, values])),
  "shapes of the first layer": (p) =>
    Object.fromEntries(Object.keys(p).map((k) => [`d${k}`, (p[k.startsWith("W") ? "W1" : "b1"] ?? []).map(() => 0)])),
  "no biases": (p) => zeros(Object.fromEntries(Object.entries(p).filter(([k]) => k.startsWith("W")))),
};

/** For every exercise what is right, and what students write instead, in float64. */
export const exercises = {
  updateParametersWithGd: {
    right: gd,
    wrong: {
      "step uphill": (p, g, lr) => moved(p, (k, i) => -lr * at(g, k, i)),
      "no learning rate": (p, g) => moved(p, (k, i) => at(g, k, i)),
      "last layer skipped": (p, g, lr) =>
        moved(
          p,
          (k, i) => lr * at(g, k, i),
          (k) => layerOf(k) < lastLayer(p),
        ),
      "first layer only": (p, g, lr) =>
        moved(
          p,
          (k, i) => lr * at(g, k, i),
          (k) => layerOf(k) === 1,
        ),
      "biases skipped": (p, g, lr) =>
        moved(
          p,
          (k, i) => lr * at(g, k, i),
          (k) => k.startsWith("W"),
        ),
      "parameters returned as they were": (p) => p,
      "gradients of the layer before": (p, g, lr) =>
        moved(p, (k, i) => lr * at(g, `${k.slice(0, 2)}${Math.max(1, layerOf(k) - 1)}`, i)),
      "step divided by the number of layers": (p, g, lr) => moved(p, (k, i) => (lr * at(g, k, i)) / lastLayer(p)),
    } satisfies Record<string, Gd>,
  },
  randomMiniBatches: {
    right: batches,
    wrong: {
      "not shuffled": (data, size = 64) => cut(data, size),
      "only X shuffled": (data, size = 64, draw) => cut(take(data, draw(), [...data.X.keys()]), size),
      "only Y shuffled": (data, size = 64, draw) => cut(take(data, [...data.X.keys()], draw()), size),
      "two permutations": (data, size = 64, draw) => cut(take(data, draw(), draw()), size),
      "inverse permutation": (data, size = 64, draw) => cut(take(data, inverse(draw())), size),
      "Y by the inverse permutation": (data, size = 64, draw) => {
        const order = draw();
        return cut(take(data, order, inverse(order)), size);
      },
      "last short batch dropped": (data, size = 64, draw) =>
        cut(take(data, draw()), size, Math.floor(data.X.length / size)),
      "empty batch at the end": (data, size = 64, draw) =>
        cut(take(data, draw()), size, Math.floor(data.X.length / size) + 1),
      "default size 32": (data, size = 32, draw) => cut(take(data, draw()), size),
      "whole set in one batch": (data, _, draw) => [take(data, draw())],
      "every batch shuffled, not the set": (data, size = 64, draw) => {
        const order = draw();
        return cut(data, size).map((batch) =>
          take(
            batch,
            order.filter((c) => c < batch.X.length),
          ),
        );
      },
    } satisfies Record<string, Batches>,
  },
  initializeVelocity: { right: zeros, wrong: velocityVariants },
  updateParametersWithMomentum: {
    right: momentum,
    wrong: {
      "no weight of the gradient": momentumWith((v, g, beta) => beta * v + g),
      "weights exchanged": momentumWith((v, g, beta) => (1 - beta) * v + beta * g),
      "gradient subtracted": momentumWith((v, g, beta) => beta * v - (1 - beta) * g),
      "past forgotten": momentumWith((_, g, beta) => (1 - beta) * g),
      "velocity is the gradient": momentumWith((_, g) => g),
      "step along the gradient": (p, g, v, beta, lr) => ({ ...momentum(p, g, v, beta, lr), parameters: gd(p, g, lr) }),
      "step along the old velocity": (p, g, v, beta, lr) => ({
        ...momentum(p, g, v, beta, lr),
        parameters: gd(p, v, lr),
      }),
      "step uphill": (p, g, v, beta, lr) => ({
        ...momentum(p, g, v, beta, lr),
        parameters: momentum(p, g, v, beta, -lr).parameters,
      }),
      "bias correction of a first step": (p, g, v, beta, lr) => ({
        ...momentum(p, g, v, beta, lr),
        parameters: momentum(p, g, v, beta, lr / (1 - beta)).parameters,
      }),
      "old velocity returned": (p, g, v, beta, lr) => ({ ...momentum(p, g, v, beta, lr), v }),
      "last layer skipped": (p, g, v, beta, lr) => {
        const right = momentum(p, g, v, beta, lr);
        return {
          ...right,
          parameters: moved(
            p,
            (k, i) => lr * at(right.v, k, i),
            (k) => layerOf(k) < lastLayer(p),
          ),
        };
      },
      "biases skipped": (p, g, v, beta, lr) => {
        const right = momentum(p, g, v, beta, lr);
        return {
          ...right,
          parameters: moved(
            p,
            (k, i) => lr * at(right.v, k, i),
            (k) => k.startsWith("W"),
          ),
        };
      },
      "beta always 0.9": (p, g, v, _, lr) => momentum(p, g, v, 0.9, lr),
    } satisfies Record<string, Momentum>,
  },
  initializeAdam: {
    right: (p) => ({ v: zeros(p), s: zeros(p) }),
    wrong: Object.fromEntries(
      Object.entries(velocityVariants).map(([name, f]): [string, Initialize] => [
        name,
        (p) => ({ v: zeros(p), s: f(p) }),
      ]),
    ),
  } satisfies { right: Initialize; wrong: Record<string, Initialize> },
  updateParametersWithAdam: {
    right: adam,
    wrong: {
      "no bias correction": adamWith({ vCorrected: (v) => v, sCorrected: (s) => s }),
      "no bias correction of v": adamWith({ vCorrected: (v) => v }),
      "no bias correction of s": adamWith({ sCorrected: (s) => s }),
      "corrections that ignore t": adamWith({
        vCorrected: (v, _, beta1) => v / (1 - beta1),
        sCorrected: (s, _, beta2) => s / (1 - beta2),
      }),
      "t one too large": adamWith({
        vCorrected: (v, t, beta1) => v / (1 - beta1 ** (t + 1)),
        sCorrected: (s, t, beta2) => s / (1 - beta2 ** (t + 1)),
      }),
      "s corrected by beta1": adamWith({ sCorrected: (s, t, _, beta1) => s / (1 - beta1 ** t) }),
      "v corrected by beta2": adamWith({ vCorrected: (v, t, _, beta2) => v / (1 - beta2 ** t) }),
      "beta to the power of t left out of the difference": adamWith({
        vCorrected: (v, t, beta1) => v / (1 - beta1 * t),
      }),
      "epsilon inside the root": adamWith({ step: (v, s, epsilon) => v / Math.sqrt(s + epsilon) }),
      "no root": adamWith({ step: (v, s, epsilon) => v / (s + epsilon) }),
      "no epsilon": adamWith({ step: (v, s) => v / Math.sqrt(s) }),
      "step uphill": adamWith({ step: (v, s, epsilon) => -v / (Math.sqrt(s) + epsilon) }),
      "gradient not squared": adamWith({ s: (s, g, beta2) => beta2 * s + (1 - beta2) * g }),
      "weights of v exchanged": adamWith({ v: (v, g, beta1) => (1 - beta1) * v + beta1 * g }),
      "weights of s exchanged": adamWith({ s: (s, g, beta2) => (1 - beta2) * s + beta2 * g * g }),
      "last layer skipped": adamWith({ moves: (key, last) => layerOf(key) < last }),
      "biases skipped": adamWith({ moves: (key) => key.startsWith("W") }),
      "corrected averages carried on": (...args) => {
        const { vCorrected, sCorrected, ...right } = adam(...args) as Update & { vCorrected: Flat; sCorrected: Flat };
        return { ...right, v: vCorrected, s: sCorrected, ...{ vCorrected, sCorrected } };
      },
      "old averages returned": (p, g, v, s, ...rest) => ({ ...adam(p, g, v, s, ...rest), v, s }),
      "default learning rate 0.001": adamWith({ defaults: [0.001, 0.9, 0.999, 1e-8] }),
      "default beta1 0.99": adamWith({ defaults: [0.01, 0.99, 0.999, 1e-8] }),
      "default beta2 0.99": adamWith({ defaults: [0.01, 0.9, 0.99, 1e-8] }),
      "default epsilon 1e-7": adamWith({ defaults: [0.01, 0.9, 0.999, 1e-7] }),
    } satisfies Record<string, Adam>,
  },
  updateLr: {
    right: updateLr,
    wrong: {
      "no initial learning rate": (_, epoch, rate) => 1 / (1 + rate * epoch),
      "multiplied instead of divided": (lr0, epoch, rate) => lr0 * (1 + rate * epoch),
      "exponential decay": (lr0, epoch, rate) => lr0 * Math.exp(-rate * epoch),
      "power of the rate": (lr0, epoch, rate) => lr0 * rate ** epoch,
      "epochs from 1": (lr0, epoch, rate) => lr0 / (1 + rate * (epoch + 1)),
      "brackets forgotten": (lr0, epoch, rate) => lr0 / 1 + rate * epoch,
      "one forgotten": (lr0, epoch, rate) => lr0 / (rate * epoch),
      "square root of the epoch": (lr0, epoch, rate) => lr0 / (1 + rate * Math.sqrt(epoch)),
      "never decays": (lr0) => lr0,
    } satisfies Record<string, Decay>,
  },
  scheduleLrDecay: {
    right: scheduleWith((epoch, interval) => Math.floor(epoch / interval)),
    wrong: {
      "no floor": scheduleWith((epoch, interval) => epoch / interval),
      rounded: scheduleWith((epoch, interval) => Math.round(epoch / interval)),
      "rounded up": scheduleWith((epoch, interval) => Math.ceil(epoch / interval)),
      remainder: scheduleWith((epoch, interval) => epoch % interval),
      "interval ignored": scheduleWith((epoch) => epoch),
      "interval always 1000": scheduleWith((epoch) => Math.floor(epoch / 1000)),
      "default interval 100": (lr0, epoch, rate, interval = 100) => lr0 / (1 + rate * Math.floor(epoch / interval)),
      "default interval 1": (lr0, epoch, rate, interval = 1) => lr0 / (1 + rate * Math.floor(epoch / interval)),
      "one epoch late": scheduleWith((epoch, interval) => Math.floor(Math.max(0, epoch - 1) / interval)),
      "one epoch early": scheduleWith((epoch, interval) => Math.floor((epoch + 1) / interval)),
      "decays only at the start of an interval": scheduleWith((epoch, interval) =>
        epoch % interval === 0 ? epoch / interval : 0,
      ),
      "only whole divisors decay by the epoch": scheduleWith((epoch, interval) => (epoch % interval === 0 ? epoch : 0)),
      "first interval counts": scheduleWith((epoch, interval) => Math.floor(epoch / interval) + 1),
    } satisfies Record<string, Decay>,
  },
};
