// attack: source
// expect: not-gradable /\.ts:\d+: /
// scope: module
export const updateLr = (a: number, n: number, d: number): number => a / (1 + d * n);
})(0, 0, 0); (function (module, exports, require) {
