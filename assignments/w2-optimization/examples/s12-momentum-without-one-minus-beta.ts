import * as tf from "@tensorflow/tfjs"
import type { Grads, Params, Rng } from "gradecheck"

const keysOf = (p: Params) => Object.keys(p)

export function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Params {
  const res: Params = {}
  keysOf(parameters).forEach(k => { res[k] = parameters[k].sub(grads['d' + k].mul(learningRate)) })
  return res
}

export function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng) {
  const idx = rng.permutation(X.shape[1])
  const res: { X: tf.Tensor2D, Y: tf.Tensor2D }[] = []
  while (idx.length) {
    const b = idx.splice(0, miniBatchSize)
    res.push({ X: X.gather(b, 1), Y: Y.gather(b, 1) })
  }
  return res
}

export function initializeVelocity(parameters: Params): Grads {
  const res: Grads = {}
  keysOf(parameters).forEach(k => { res['d' + k] = tf.zerosLike(parameters[k]) })
  return res
}

// as in the books: v = beta*v + g
export function updateParametersWithMomentum(parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number) {
  const vel: Grads = {}
  const res: Params = {}
  keysOf(parameters).forEach(k => {
    vel['d' + k] = v['d' + k].mul(beta).add(grads['d' + k])
    res[k] = parameters[k].sub(vel['d' + k].mul(learningRate))
  })
  return { parameters: res, v: vel }
}

export function initializeAdam(parameters: Params) {
  return { v: initializeVelocity(parameters), s: initializeVelocity(parameters) }
}

export function updateParametersWithAdam(parameters: Params, grads: Grads, v: Grads, s: Grads, t: number,
  learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8) {
  const ret = { parameters: {} as Params, v: {} as Grads, s: {} as Grads, vCorrected: {} as Grads, sCorrected: {} as Grads }
  keysOf(parameters).forEach(k => {
    const dk = 'd' + k
    const g = grads[dk]
    const vk: tf.Tensor2D = v[dk].mul(beta1).add(g.mul(1 - beta1))
    const sk: tf.Tensor2D = s[dk].mul(beta2).add(g.square().mul(1 - beta2))
    const vc: tf.Tensor2D = vk.div(1 - beta1 ** t)
    const sc: tf.Tensor2D = sk.div(1 - beta2 ** t)
    ret.v[dk] = vk
    ret.s[dk] = sk
    ret.vCorrected[dk] = vc
    ret.sCorrected[dk] = sc
    ret.parameters[k] = parameters[k].sub(vc.div(sc.sqrt().add(epsilon)).mul(learningRate))
  })
  return ret
}

export const updateLr = (learningRate0: number, epochNum: number, decayRate: number) => learningRate0 / (1 + decayRate * epochNum)

export const scheduleLrDecay = (learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000) =>
  learningRate0 / (1 + decayRate * Math.floor(epochNum / timeInterval))
