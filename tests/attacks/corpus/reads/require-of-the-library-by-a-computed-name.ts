// attack: import
// expect: full marks or threw in every case
// scope: updateParametersWithGd
// note: the library itself may be had this way
declare const require: any;
export function updateParametersWithGd(parameters: any, grads: any, learningRate: number): any {
  const load = require;
  const tf = load(["@tensorflow", "tfjs"].join("/"));
  const out: any = {};
  for (const k of Object.keys(parameters)) out[k] = tf.sub(parameters[k], tf.mul(grads["d" + k], learningRate));
  return out;
}
