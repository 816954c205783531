// attack: result
// expect: bad-value|timeout|memory|wrong in every case
// scope: updateParametersWithGd initializeVelocity initializeAdam updateParametersWithMomentum
// note: the host holds the results until all cases have been judged
import * as tf from "@tensorflow/tfjs";
const large = (): any => ({ W1: tf.fill([1900, 1900], 1.5) });
export const updateParametersWithGd = large;
export const initializeVelocity = large;
export const initializeAdam = large;
export const updateParametersWithMomentum = large;
