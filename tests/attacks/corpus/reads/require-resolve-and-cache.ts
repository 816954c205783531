// attack: import
// expect: threw in every case or not-gradable /require/
// scope: updateLr
declare const require: any;
export const updateLr = (): any => [require.resolve("fs"), require.cache, require.main, require.extensions];
