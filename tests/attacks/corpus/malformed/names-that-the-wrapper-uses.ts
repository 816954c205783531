// attack: source
// expect: full marks or not-gradable /./
// scope: none
// note: names of the function that a submission becomes
const module = 1, exports = 2, require = 3, gradecheckHarness = 4;
export const sum = module + exports + require + gradecheckHarness;
