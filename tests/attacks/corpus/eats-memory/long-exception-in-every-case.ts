// attack: exceptions
// expect: threw in every case
// scope: module
// note: as long as an exception and what is printed beside it may be, in every case of every function
const long = "0 <&>\"'` \\u0007 ".repeat(2000);
const fail = (): never => {
  for (let i = 0; i < 100; i++) console.log(long);
  const error = new Error(long);
  error.name = long;
  throw error;
};
export { fail as updateParametersWithGd, fail as randomMiniBatches, fail as initializeVelocity, fail as updateParametersWithMomentum };
export { fail as initializeAdam, fail as updateParametersWithAdam, fail as updateLr, fail as scheduleLrDecay };
