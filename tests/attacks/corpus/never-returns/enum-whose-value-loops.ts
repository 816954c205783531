// attack: never returns
// expect: not-gradable /does not come to an end/
// scope: module
const loop = (): number => { for (;;); };
export enum Rate { fast = loop() }
export const updateLr = (): number => Rate.fast;
