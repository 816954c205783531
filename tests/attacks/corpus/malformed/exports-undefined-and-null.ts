// attack: source
// expect: not-implemented in every case
// scope: updateLr scheduleLrDecay
export const updateLr = undefined;
export const scheduleLrDecay = null;
