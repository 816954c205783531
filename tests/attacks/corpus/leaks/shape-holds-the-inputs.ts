// attack: leak
// expect: wrong|bad-value in some case
// scope: updateLr
// never: 31337
// note: the shape of a wrong answer is told
import * as leakTf from "@tensorflow/tfjs";
export function updateLr(a: number, epochNum: number, b: number): any {
  if (epochNum >= 1000) return leakTf.zeros([1, 31337, 1, Math.floor(epochNum / 1000) + 1]);
  return a / (1 + b * epochNum);
}
