// attack: number
// expect: wrong in every case
// scope: updateLr scheduleLrDecay
export const updateLr = (): number => NaN;
export const scheduleLrDecay = (): number => Infinity;
