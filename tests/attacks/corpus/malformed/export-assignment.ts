// attack: source
// expect: full marks
// scope: none
// base: none
// exercises: updateLr
const updateLr = (a: number, n: number, d: number): number => a / (1 + d * n);
export = { updateLr };
