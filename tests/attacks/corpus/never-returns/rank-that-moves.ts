// attack: never returns
// expect: bad-value|timeout in every case
// scope: initializeVelocity
// exercises: initializeVelocity updateLr
// note: the rank is asked for again at every axis
import * as tf from "@tensorflow/tfjs";
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) {
    let asked = 0;
    const length = { valueOf: () => (asked++ < 2 ? 1 : 1e9) };
    const shape = new Proxy([1], { get: (_, key) => (key === "length" ? length : 1) });
    out["d" + k] = Object.defineProperty(tf.zeros([1]), "shape", { value: shape });
  }
  return out;
}
