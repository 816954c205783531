// attack: export
// expect: full marks
// scope: none
// note: a callable proxy of the right function is a function
export const updateLr = new Proxy((a: number, epochNum: number, b: number): number => a / (1 + b * epochNum), {});
