// attack: result
// expect: wrong|bad-value|timeout in every case
// scope: updateParametersWithGd initializeVelocity initializeAdam
// note: a length that is another one at each reading, on every level of nesting
const shifty = (...lengths: number[]): any => {
  let reads = 0;
  return new Proxy([], { get: (_, key) => (key === "length" ? lengths[reads++ % lengths.length] : /^\d+$/.test(String(key)) ? shifty(...lengths) : undefined) });
};
export const updateParametersWithGd = (): any => shifty(1, 0);
export const initializeVelocity = (): any => ({ dW1: [shifty(1, 3_999_999, 0), shifty(0, 1)] });
export const initializeAdam = (): any => ({ v: shifty(3_999_999, 0, 1), s: shifty(0, 4e9) });
