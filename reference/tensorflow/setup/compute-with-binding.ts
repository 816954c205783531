// Run by verifyBinding() in a process of its own: `node compute-with-binding.ts <binding>`.
import { createRequire } from "node:module";
import { defineLegacyUtil, nativeVersion } from "../load-tensorflow.ts";
import { loadTfjsNode, tfjsPackage } from "../tfjs-package.ts";

const binding = process.argv[2];
defineLegacyUtil();
// tfjs-node asks this package where its binding lies; a build is checked before it is put there.
const fromTfjsNode = createRequire(`${tfjsPackage("@tensorflow/tfjs-node").directory}/package.json`);
fromTfjsNode("@mapbox/node-pre-gyp/lib/pre-binding").find = () => binding;

const tf = loadTfjsNode();
const product = tf.matMul(tf.tensor2d([1, 2, 3, 4], [2, 2]), tf.tensor2d([5, 6, 7, 8], [2, 2]));
const right = [19, 22, 43, 50].every((value, index) => product.dataSync()[index] === value);
if (tf.getBackend() !== "tensorflow" || !right) {
  throw new Error(`backend ${tf.getBackend()} multiplies two matrices to ${product.dataSync().join(", ")}`);
}
process.stdout.write(`native ${nativeVersion(tf)}\n`);
