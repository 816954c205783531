// Correct functions of w2-optimization. The runner appends to an attack those that the attack does not define, so that
// a file of the corpus holds nothing but its attack.
import * as honestTf from "@tensorflow/tfjs";

type HonestDict = Record<string, honestTf.Tensor2D>;

export function updateParametersWithGd(parameters: HonestDict, grads: HonestDict, learningRate: number): HonestDict {
  const out: HonestDict = {};
  for (const k of Object.keys(parameters)) out[k] = parameters[k].sub(grads["d" + k].mul(learningRate));
  return out;
}

export function randomMiniBatches(
  X: honestTf.Tensor2D,
  Y: honestTf.Tensor2D,
  miniBatchSize = 64,
  rng: { permutation(n: number): number[] },
): { X: honestTf.Tensor2D; Y: honestTf.Tensor2D }[] {
  const order = rng.permutation(X.shape[1]);
  const out: { X: honestTf.Tensor2D; Y: honestTf.Tensor2D }[] = [];
  for (let i = 0; i < order.length; i += miniBatchSize) {
    const columns = honestTf.tensor1d(order.slice(i, i + miniBatchSize), "int32");
    out.push({ X: honestTf.gather(X, columns, 1), Y: honestTf.gather(Y, columns, 1) });
  }
  return out;
}

export function initializeVelocity(parameters: HonestDict): HonestDict {
  const v: HonestDict = {};
  for (const k of Object.keys(parameters)) v["d" + k] = honestTf.zerosLike(parameters[k]);
  return v;
}

export function updateParametersWithMomentum(
  parameters: HonestDict,
  grads: HonestDict,
  v: HonestDict,
  beta: number,
  learningRate: number,
): { parameters: HonestDict; v: HonestDict } {
  const out = { parameters: {} as HonestDict, v: {} as HonestDict };
  for (const k of Object.keys(parameters)) {
    const d = "d" + k;
    out.v[d] = v[d].mul(beta).add(grads[d].mul(1 - beta));
    out.parameters[k] = parameters[k].sub(out.v[d].mul(learningRate));
  }
  return out;
}

export function initializeAdam(parameters: HonestDict): { v: HonestDict; s: HonestDict } {
  const v: HonestDict = {};
  const s: HonestDict = {};
  for (const k of Object.keys(parameters)) {
    v["d" + k] = honestTf.zerosLike(parameters[k]);
    s["d" + k] = honestTf.zerosLike(parameters[k]);
  }
  return { v, s };
}

export function updateParametersWithAdam(
  parameters: HonestDict,
  grads: HonestDict,
  v: HonestDict,
  s: HonestDict,
  t: number,
  learningRate = 0.01,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
): Record<string, HonestDict> {
  const out = { parameters: {} as HonestDict, v: {} as HonestDict, s: {} as HonestDict, vCorrected: {} as HonestDict, sCorrected: {} as HonestDict };
  for (const k of Object.keys(parameters)) {
    const d = "d" + k;
    out.v[d] = v[d].mul(beta1).add(grads[d].mul(1 - beta1));
    out.s[d] = s[d].mul(beta2).add(grads[d].square().mul(1 - beta2));
    out.vCorrected[d] = out.v[d].div(1 - beta1 ** t);
    out.sCorrected[d] = out.s[d].div(1 - beta2 ** t);
    out.parameters[k] = parameters[k].sub(out.vCorrected[d].mul(learningRate).div(out.sCorrected[d].sqrt().add(epsilon)));
  }
  return out;
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 / (1 + decayRate * epochNum);
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): number {
  return learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval));
}
