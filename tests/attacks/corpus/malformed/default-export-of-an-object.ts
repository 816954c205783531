// attack: source
// expect: not-implemented in every case
// scope: module
// base: none
export default { updateLr: (a: number, n: number, d: number): number => a / (1 + d * n) };
