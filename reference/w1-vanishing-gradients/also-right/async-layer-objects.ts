import { tidy, mul, sub, add, matMul, transpose, tanh, maximum, ones, stack, unstack, sum, pow, sqrt, scalar, concat, reshape, where, greater, zerosLike, type Tensor, type Tensor2D } from "@tensorflow/tfjs-core";
import { type Grads, type Params, type Rng } from "gradecheck";

// Classes, promises, derivatives as closures, the norm of one long vector, everything in float32.

class Layer {
  constructor(
    readonly W: Tensor2D,
    readonly b: Tensor2D,
    readonly kind: string,
  ) {}

  run(A: Tensor2D) {
    const Z = add<Tensor2D>(matMul(this.W, A), this.b);
    const out = this.kind === "tanh" ? tanh(Z) : maximum<Tensor2D>(Z, scalar(0));
    const back = (dOut: Tensor2D) => {
      const slope = this.kind === "tanh" ? sub(1, pow(tanh(Z), 2)) : where(greater(Z, 0), ones(Z.shape), zerosLike(Z));
      const dZ = mul<Tensor2D>(slope, dOut);
      return { dW: matMul<Tensor2D>(dZ, transpose(A)), dA: matMul<Tensor2D>(transpose(this.W), dZ) };
    };
    return { out, back };
  }
}

const network = (parameters: Params, kind: string): Layer[] => {
  const numbers = [...new Set(Object.keys(parameters).map((key) => Number.parseInt(key.slice(1), 10)))].sort((a, b) => a - b);
  return numbers.map((l) => new Layer(parameters[`W${l}`], parameters[`b${l}`], kind));
};

const long = (tensors: Tensor[]): Tensor => concat(tensors.map((tensor) => reshape(tensor, [-1])));
const length = (tensors: Tensor[]): Tensor => sqrt(sum(pow(long(tensors), 2)));

export async function initializeDeep(dims: number[], scale: "small" | "large" | "xavier" | "he", rng: Rng) {
  const numerators = { xavier: 1, he: 2 } as Record<string, number>;
  const weights: Tensor2D[] = [];
  for (let l = 1; l < dims.length; l += 1) {
    const drawn = rng.randn([dims[l], dims[l - 1]] as [number, number]);
    weights.push(scale in numerators ? mul(drawn, sqrt(numerators[scale] / dims[l - 1])) : scale === "small" ? mul(drawn, 0.01) : drawn);
  }
  const out: Params = {};
  weights.forEach((W, i) => {
    out["b" + (i + 1)] = mul(0, ones<any>([W.shape[0], 1]));
    out["W" + (i + 1)] = W;
  });
  return out;
}

export async function forwardDeep(X: Tensor2D, parameters: Params, activation: string) {
  let A = X;
  return network(parameters, activation).map((layer) => (A = layer.run(A).out));
}

export async function activationStatistics(activations: Tensor2D[]) {
  const result = { mean: [] as number[], std: [] as number[], dead: [] as number[] };
  for (const A of activations) {
    const values = await A.data();
    const n = values.length;
    let total = 0;
    let squares = 0;
    for (const a of values) {
      total += a;
      squares += a * a;
    }
    result.mean.push(total / n);
    // The mean of squares minus the square of the mean.
    result.std.push(Math.sqrt(Math.max(0, squares / n - (total / n) ** 2)));
    const dead = unstack(A).filter((row) => row.dataSync().every((a) => a === 0)).length;
    result.dead.push(dead / A.shape[0]);
  }
  return result;
}

export async function gradientNorms(X: Tensor2D, parameters: Params, activation: string): Promise<number[]> {
  const norms = tidy(() => {
    let A = X;
    const backs = network(parameters, activation).map((layer) => {
      const { out, back } = layer.run(A);
      A = out;
      return back;
    });
    let dA: Tensor2D = mul(ones(A.shape), 1 / X.shape[1]);
    const all: Tensor[] = [];
    while (backs.length > 0) {
      const { dW, dA: next } = backs.pop()!(dA);
      all.unshift(length([dW]));
      dA = next;
    }
    return stack(all);
  });
  return Array.from(await norms.data());
}

export async function clipByValue(grads: Grads, limit: number): Promise<Grads> {
  const out: Grads = {};
  for (const [name, g] of Object.entries(grads)) {
    // relu(g + limit) and the like, shifted back, would round: branches do not.
    const above = where(greater(g, limit), mul(limit, ones(g.shape)), g);
    out[name] = where(greater(-limit, above), mul(-limit, ones(g.shape)), above) as Tensor2D;
  }
  return out;
}

export async function clipByGlobalNorm(grads: Grads, maxNorm: number) {
  const norm = (await length(Object.values(grads)).data())[0];
  if (norm <= maxNorm) return { grads: { ...grads }, norm };
  const clipped: Grads = {};
  // The direction first, then the length.
  for (const name of Object.keys(grads).reverse()) clipped[name] = mul(grads[name], 1 / norm).mul(maxNorm);
  return { grads: clipped, norm };
}
