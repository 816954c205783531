export default (a: number, n: number, d: number): number => a / (1 + d * n);
export const extra = 1;
