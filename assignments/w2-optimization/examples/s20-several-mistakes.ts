import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

export function updateParametersWithGd(parameters: any, grads: any, learningRate: any): any {
  let result: any = {}
  for (let key in parameters) {
    let p = parameters[key].sub(grads["d" + key].mul(learningRate))
    if (key.startsWith("b")) p = p.flatten() // a bias is a vector
    result[key] = p
  }
  return result
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng): any {
  let m = X.shape[1]
  let perm = tf.tensor1d(rng.permutation(m), "int32")
  let Xs = tf.gather(X, perm, 1)
  let Ys = tf.gather(Y, perm, 1)
  let batches = []
  for (let i = 0; i < m; i = i + miniBatchSize) {
    let size = miniBatchSize
    if (i + size > m) size = m - i
    batches.push({ X: Xs.slice([0, i], [-1, size]), Y: Ys.slice([0, i], [-1, size]) })
  }
  return batches
}

export function initializeVelocity(parameters: any): any {
  let v: any = {}
  for (let key in parameters) v["d" + key] = tf.zerosLike(parameters[key])
  return v
}

export function updateParametersWithMomentum(parameters: any, grads: any, v: any, beta: any, learningRate: any): any {
  let newParameters: any = {}
  let newV: any = {}
  for (let key in parameters) {
    let d = "d" + key
    newV[d] = v[d].mul(beta).add(grads[d].mul(1 - beta))
    newParameters[key] = parameters[key].sub(v[d].mul(learningRate))
  }
  return { parameters: newParameters, v: newV }
}

export function initializeAdam(parameters: any): any {
  let v: any = {}
  let s: any = {}
  for (let key in parameters) {
    v["d" + key] = tf.zerosLike(parameters[key])
    s["d" + key] = tf.zerosLike(parameters[key])
  }
  return { v: v, s: s }
}

export function updateParametersWithAdam(parameters: any, grads: any, v: any, s: any, t: any, learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8): any {
  let newParameters: any = {}
  let newV: any = {}, newS: any = {}, vCorrected: any = {}, sCorrected: any = {}
  for (let key in parameters) {
    let d = "d" + key
    newV[d] = v[d].mul(beta1).add(grads[d].mul(1 - beta1))
    newS[d] = s[d].mul(beta2).add(grads[d].abs().mul(1 - beta2))
    vCorrected[d] = newV[d].div(1 - Math.pow(beta1, t))
    sCorrected[d] = newS[d].div(1 - Math.pow(beta2, t))
    newParameters[key] = parameters[key].sub(vCorrected[d].div(sCorrected[d].sqrt().add(epsilon)).mul(learningRate))
  }
  return { parameters: newParameters, v: newV, s: newS, vCorrected: vCorrected, sCorrected: sCorrected }
}

export function updateLr(learningRate0: number, epochNum: number, decayRate: number): number {
  return learningRate0 * (1 + decayRate * epochNum)
}

export function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000): number {
  return learningRate0 / (1 + decayRate * Math.round(epochNum / timeInterval))
}
