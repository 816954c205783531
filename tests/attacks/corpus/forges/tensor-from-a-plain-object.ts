// attack: fake tensor
// expect: bad-value|wrong in every case
// scope: initializeVelocity
export function initializeVelocity(parameters: any): any {
  const out: any = {};
  for (const k of Object.keys(parameters)) out["d" + k] = { dataId: {}, shape: parameters[k].shape, dtype: "float32", size: 4, rankType: "2", values: new Float32Array(4) };
  return out;
}
