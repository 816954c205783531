// attack: source
// expect: full marks
// scope: none
// base: none
// exercises: updateLr scheduleLrDecay
export const \u0075pdateLr = (a: number, n: number, d: number): number => a / (1 + d * n);
export const \u{73}cheduleLrDecay = (a: number, n: number, d: number, t = 1000): number => a / (1 + d * Math.fl\u006for(n / t));
