// attack: protocol
// expect: bad-value in every case
// scope: updateLr scheduleLrDecay
export const updateLr = (): any => new ArrayBuffer(64);
export const scheduleLrDecay = (): any => new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
