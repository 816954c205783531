// attack: leak
// expect: not-implemented in every case
// scope: updateLr
// base: none
// exercises: updateLr
// never: LEAKED
declare const module: any;
export function other(): void {}
Object.defineProperty(module.exports, "updateLR", { enumerable: true, get() { return "LEAKED"; } });
