// attack: import
// expect: not-gradable /name that is put together/
// scope: module
declare const require: any;
export const updateLr = (a: number): any => Object.keys(require(`../../../../../../../../proc/self/${a > 1e9 ? "x" : "environ"}`)).length;
