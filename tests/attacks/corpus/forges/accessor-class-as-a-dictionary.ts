// attack: result
// expect: bad-value|wrong in every case
// scope: initializeAdam
// most: 0
// note: all it has are accessors on its prototype, a private field and a symbol
import * as tf from "@tensorflow/tfjs";
class Adam { #p: any; constructor(p: any) { this.#p = p; } get v(): any { return { dW1: tf.zerosLike(this.#p.W1) }; } get s(): any { return this.v; } get [Symbol.toStringTag](): string { return "Object"; } }
export const initializeAdam = (parameters: any): any => new Adam(parameters);
