import * as tf from "@tensorflow/tfjs"
import type { Grads, Params, Rng } from "gradecheck"

// I made everything async because reading a tensor is async anyway

type Batch = { X: tf.Tensor2D, Y: tf.Tensor2D }

async function pickColumns(rows: number[][], columns: number[]): Promise<tf.Tensor2D> {
  return tf.tensor2d(rows.map(row => columns.map(j => row[j])))
}

export async function updateParametersWithGd(parameters: Params, grads: Grads, learningRate: number): Promise<Params> {
  const result: Params = {}
  for (const [name, value] of Object.entries(parameters)) {
    result[name] = value.sub(grads["d" + name].mul(learningRate))
  }
  return result
}

export async function randomMiniBatches(X: tf.Tensor2D, Y: tf.Tensor2D, miniBatchSize = 64, rng: Rng): Promise<Batch[]> {
  const xs = await X.array()
  const ys = await Y.array()
  const shuffled = rng.permutation(X.shape[1])

  const batches: Batch[] = []
  while (shuffled.length > 0) {
    const columns = shuffled.splice(0, miniBatchSize)
    batches.push({ X: await pickColumns(xs, columns), Y: await pickColumns(ys, columns) })
  }
  return batches
}

export async function initializeVelocity(parameters: Params): Promise<Grads> {
  const v: Grads = {}
  for (const name in parameters) v["d" + name] = tf.zeros(parameters[name].shape)
  return v
}

export async function updateParametersWithMomentum(parameters: Params, grads: Grads, v: Grads, beta: number, learningRate: number) {
  const velocity: Grads = {}
  for (const name in grads) {
    velocity[name] = v[name].mul(beta).add(grads[name].mul(1 - beta))
  }
  return { parameters: await updateParametersWithGd(parameters, velocity, learningRate), v: velocity }
}

export async function initializeAdam(parameters: Params) {
  const [v, s] = await Promise.all([initializeVelocity(parameters), initializeVelocity(parameters)])
  return { v, s }
}

export async function updateParametersWithAdam(
  parameters: Params, grads: Grads, v: Grads, s: Grads, t: number,
  learningRate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8
) {
  const out = { v: {} as Grads, s: {} as Grads, vCorrected: {} as Grads, sCorrected: {} as Grads }
  const direction: Grads = {}
  for (const name in grads) {
    const g = grads[name]
    out.v[name] = v[name].mul(beta1).add(g.mul(1 - beta1))
    out.s[name] = s[name].mul(beta2).add(g.mul(g).mul(1 - beta2))
    out.vCorrected[name] = out.v[name].div(1 - beta1 ** t)
    out.sCorrected[name] = out.s[name].div(1 - beta2 ** t)
    direction[name] = out.vCorrected[name].div(out.sCorrected[name].sqrt().add(epsilon))
  }
  return { parameters: await updateParametersWithGd(parameters, direction, learningRate), ...out }
}

export async function updateLr(learningRate0: number, epochNum: number, decayRate: number) {
  return learningRate0 / (1 + decayRate * epochNum)
}

export async function scheduleLrDecay(learningRate0: number, epochNum: number, decayRate: number, timeInterval = 1000) {
  return await updateLr(learningRate0, Math.floor(epochNum / timeInterval), decayRate)
}
