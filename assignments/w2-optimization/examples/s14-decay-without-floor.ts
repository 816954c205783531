import * as tf from '@tensorflow/tfjs';
import type {Grads, Params, Rng} from 'gradecheck';

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params
{
  const L = Object.keys(parameters).length >> 1;
  const p: Params = {};
  for (let l = 1; l < L + 1; l++)
  {
    p['W' + l] = parameters['W' + l].sub(grads['dW' + l].mul(learningRate));
    p['b' + l] = parameters['b' + l].sub(grads['db' + l].mul(learningRate));
  }
  return p;
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng)
{
  const m = X.shape[1];
  const p = tf.tensor1d(rng.permutation(m), 'int32');
  const batches: {X: tf.Tensor2D, Y: tf.Tensor2D}[] = [];
  for (let k = 0; k < Math.ceil(m / miniBatchSize); k++)
  {
    const begin = k * miniBatchSize;
    const size = Math.min(miniBatchSize, m - begin);
    const part = p.slice(begin, size);
    batches.push({X: X.gather(part, 1), Y: Y.gather(part, 1)});
  }
  return batches;
}

export function initializeVelocity(parameters: Params): Grads
{
  const L = Object.keys(parameters).length >> 1;
  const v: Grads = {};
  for (let l = 1; l < L + 1; l++)
  {
    v['dW' + l] = tf.zeros(parameters['W' + l].shape);
    v['db' + l] = tf.zeros(parameters['b' + l].shape);
  }
  return v;
}

export function updateParametersWithMomentum(parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number)
{
  const L = Object.keys(parameters).length >> 1;
  const p: Params = {};
  const u: Grads = {};
  for (let l = 1; l < L + 1; l++)
  {
    u['dW' + l] = v['dW' + l].mul(beta).add(grads['dW' + l].mul(1.0 - beta));
    u['db' + l] = v['db' + l].mul(beta).add(grads['db' + l].mul(1.0 - beta));
    p['W' + l] = parameters['W' + l].sub(u['dW' + l].mul(learningRate));
    p['b' + l] = parameters['b' + l].sub(u['db' + l].mul(learningRate));
  }
  return {parameters: p, v: u};
}

export function initializeAdam(parameters: Params)
{
  const v = initializeVelocity(parameters);
  const s = initializeVelocity(parameters);
  return {v: v, s: s};
}

export function updateParametersWithAdam(parameters: Params, grads: Grads, v: Grads, s: Grads, t: number,
                                         learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8)
{
  const p: Params = {};
  const u: Grads = {}, r: Grads = {};
  const uHat: Grads = {}, rHat: Grads = {};
  for (const name of Object.keys(parameters))
  {
    const d = 'd' + name;
    u[d] = v[d].mul(beta1).add(grads[d].mul(1.0 - beta1));
    r[d] = s[d].mul(beta2).add(grads[d].square().mul(1.0 - beta2));
    uHat[d] = u[d].div(1.0 - beta1 ** t);
    rHat[d] = r[d].div(1.0 - beta2 ** t);
    p[name] = parameters[name].sub(uHat[d].div(rHat[d].sqrt().add(epsilon)).mul(learningRate));
  }
  return {parameters: p, v: u, s: r, vCorrected: uHat, sCorrected: rHat};
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number)
{
  return learningRate0 / (1.0 + decayRate * epochNum);
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000)
{
  return learningRate0 / (1.0 + decayRate * (epochNum / timeInterval));
}
