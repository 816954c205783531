// attack: import
// expect: not-gradable /name that is put together/
// scope: module
// note: esbuild looks for all files that a template could name
export const updateLr = async (a: number): Promise<any> => (await import(`./../../../../../../../../etc/${a > 1e9 ? "hosts" : "passwd"}`)).default.length;
