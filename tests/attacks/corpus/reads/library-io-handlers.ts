// attack: escape
// expect: threw|timeout in every case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
import * as tf from "@tensorflow/tfjs";
export async function updateLr(): Promise<any> {
  const any: any = tf;
  const ways = [() => tf.loadLayersModel("file:///etc/passwd"), () => tf.loadLayersModel("localstorage://a"), () => tf.loadLayersModel("indexeddb://a"), () => any.io.listModels(), () => any.io.http("http://127.0.0.1:1/").load(), () => any.io.browserFiles([{}]).load(), () => any.util.fetch("http://127.0.0.1:1/"), () => any.data.csv("file:///etc/passwd").toArray(), () => any.env().platform.fetch("x"), () => any.browser.fromPixels({ width: 1, height: 1, data: [1, 2, 3, 4] })];
  const all = await Promise.allSettled(ways.map(async (way) => way()));
  const open = all.slice(0, 9).filter(({ status, value }: any) => status === "fulfilled" && value && Object.keys(value).length > 0);
  if (open.length === 0) throw new Error("all refused");
  return open.length;
}
