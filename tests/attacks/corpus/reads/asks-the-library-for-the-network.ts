// attack: network
// expect: threw|timeout in every case
// scope: updateLr
import * as tf from "@tensorflow/tfjs";
export const updateLr = async (): Promise<any> => {
  const model = await tf.loadLayersModel("http://localhost:80/model.json");
  return model ? 666 : 0;
};
