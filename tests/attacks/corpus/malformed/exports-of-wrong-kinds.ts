// attack: source
// expect: not-implemented in every case
// scope: updateParametersWithGd updateLr scheduleLrDecay initializeVelocity
export const updateParametersWithGd = { call() {} };
export const updateLr = "a string";
export const scheduleLrDecay = 5n;
export const initializeVelocity = Symbol("x");
