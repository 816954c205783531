// attack: import
// expect: not-gradable /Cannot import/
// scope: module
import "gradecheck/../reference/w2-optimization.ts";
import "gradecheck/w1-initialization";
import "gradecheck/package.json";
import "@tensorflow/tfjs/../../reference/w2-optimization.ts";
import "@tensorflow/tfjs-node/package.json";
export const updateLr = (): number => 1;
