// attack: never returns
// expect: not-gradable /does not come to an end/
// scope: module
export class Layer { static { while (Layer.name); } }
export const updateLr = (): number => 1;
