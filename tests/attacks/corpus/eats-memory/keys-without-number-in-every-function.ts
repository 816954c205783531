// attack: result
// expect: wrong|bad-value|timeout|memory in every case
// scope: updateParametersWithGd initializeVelocity initializeAdam updateParametersWithMomentum updateParametersWithAdam
// note: names in falling order, so that whoever sorts or inserts them has all of the work
const many = (): any => {
  const out: any = {};
  for (let i = 9000; i > 0; i--) out[`W${String(i).padStart(6, "0")}`] = 1;
  return out;
};
export const updateParametersWithGd = many;
export const initializeVelocity = many;
export const initializeAdam = () => ({ v: many(), s: 1 });
export const updateParametersWithMomentum = () => ({ parameters: many(), v: 1 });
export const updateParametersWithAdam = () => ({ parameters: many(), v: 1, s: 1, vCorrected: 1, sCorrected: 1 });
