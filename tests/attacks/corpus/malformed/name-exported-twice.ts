// attack: source
// expect: not-gradable /Multiple exports|already been declared/
// scope: module
export const updateLr = (): number => 1;
export { updateLr };
