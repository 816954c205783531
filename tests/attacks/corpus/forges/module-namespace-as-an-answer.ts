// attack: result
// expect: bad-value in every case
// scope: initializeAdam
// exercises: initializeAdam updateLr
// most: 0
import * as tf from "@tensorflow/tfjs";
let n = 0;
export function initializeAdam(): any { return [globalThis, tf, tf.engine(), tf.backend(), Object.getPrototypeOf(tf)][n++ % 5]; }
