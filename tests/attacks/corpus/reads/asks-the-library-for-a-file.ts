// attack: network
// expect: threw|timeout in every case
// scope: updateLr
import * as tf from "@tensorflow/tfjs";
export const updateLr = async (): Promise<any> => {
  const answer = await (tf.util as any).fetch("file:///etc/passwd");
  await tf.loadGraphModel?.("file:///etc/passwd");
  return answer ? 666 : 0;
};
