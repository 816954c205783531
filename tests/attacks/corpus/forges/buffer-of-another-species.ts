// attack: reply
// expect: wrong in some case
// scope: updateLr
// most: 0.87
// note: ArrayBuffer.prototype.slice asks the buffer's constructor for its species: what it makes stays in reach while the reply is under way
const made: ArrayBuffer[] = [];
const Native = ArrayBuffer;
class Kept { constructor(length: number) { const buffer = new Native(length + 64); made.push(buffer); return buffer; } static get [Symbol.species](): any { return Kept; } }
ArrayBuffer.prototype.constructor = Kept as any;
export function updateLr(): number { void Promise.resolve().then(() => { for (const one of made) new Uint8Array(one).fill(1); }); return made.length; }
