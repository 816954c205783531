// attack: source
// expect: full marks
// scope: none
const lr = (a: number, n: number, d: number): number => a / (1 + d * n);
export { lr as "updateLr" };
