import * as tf from "@tensorflow/tfjs";
import type { Grads, Params, Rng } from "gradecheck";

export function update_parameters_with_gd(parameters: Params, grads: Grads, learning_rate: number) {
  const new_parameters: Params = {};
  for (const key of Object.keys(parameters)) {
    new_parameters[key] = tf.sub(parameters[key], tf.mul(learning_rate, grads["d" + key]));
  }
  return new_parameters;
}

export function random_mini_batches(X: tf.Tensor2D, Y: tf.Tensor2D, mini_batch_size = 64, rng: Rng) {
  const m = X.shape[1];
  const permutation = rng.permutation(m);
  const mini_batches: { X: tf.Tensor2D; Y: tf.Tensor2D }[] = [];
  for (let k = 0; k < m; k += mini_batch_size) {
    const columns = permutation.slice(k, k + mini_batch_size);
    mini_batches.push({ X: tf.gather(X, columns, 1), Y: tf.gather(Y, columns, 1) });
  }
  return mini_batches;
}

export function initialize_velocity(parameters: Params) {
  const v: Grads = {};
  for (const key of Object.keys(parameters)) v["d" + key] = tf.zerosLike(parameters[key]);
  return v;
}

export function update_parameters_with_momentum(
  parameters: Params, grads: Grads, v: Grads, beta: number, learning_rate: number,
) {
  const new_v: Grads = {};
  for (const key of Object.keys(v)) {
    new_v[key] = tf.add(tf.mul(beta, v[key]), tf.mul(1 - beta, grads[key]));
  }
  return { parameters: update_parameters_with_gd(parameters, new_v, learning_rate), v: new_v };
}

export function initialize_adam(parameters: Params) {
  return { v: initialize_velocity(parameters), s: initialize_velocity(parameters) };
}

export function update_parameters_with_adam(
  parameters: Params, grads: Grads, v: Grads, s: Grads, t: number,
  learning_rate = 0.01, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8,
) {
  const new_v: Grads = {};
  const new_s: Grads = {};
  const v_corrected: Grads = {};
  const s_corrected: Grads = {};
  const new_parameters: Params = {};
  for (const key of Object.keys(parameters)) {
    const d = "d" + key;
    new_v[d] = tf.add(tf.mul(beta1, v[d]), tf.mul(1 - beta1, grads[d]));
    new_s[d] = tf.add(tf.mul(beta2, s[d]), tf.mul(1 - beta2, tf.square(grads[d])));
    v_corrected[d] = tf.div(new_v[d], 1 - beta1 ** t);
    s_corrected[d] = tf.div(new_s[d], 1 - beta2 ** t);
    const direction = tf.div(v_corrected[d], tf.add(tf.sqrt(s_corrected[d]), epsilon));
    new_parameters[key] = tf.sub(parameters[key], tf.mul(learning_rate, direction));
  }
  return { parameters: new_parameters, v: new_v, s: new_s, vCorrected: v_corrected, sCorrected: s_corrected };
}

export function update_lr(learning_rate0: number, epoch_num: number, decay_rate: number) {
  return learning_rate0 / (1 + decay_rate * epoch_num);
}

export function schedule_lr_decay(learning_rate0: number, epoch_num: number, decay_rate: number, time_interval = 1000) {
  return learning_rate0 / (1 + decay_rate * Math.floor(epoch_num / time_interval));
}
