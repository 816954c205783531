// attack: source
// expect: not-gradable /.+/ or threw in every case
// scope: updateLr
export const updateLr = (): any => /(?<a>.)(?<a>.)[z-a]/v.test("x");
