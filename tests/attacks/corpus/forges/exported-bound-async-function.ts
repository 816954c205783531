// attack: export
// expect: full marks
// scope: none
export const updateLr = (async (a: number, epochNum: number, b: number): Promise<number> => a / (1 + b * epochNum)).bind(null);
