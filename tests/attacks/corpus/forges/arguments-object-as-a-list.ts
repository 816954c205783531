// attack: result
// expect: bad-value in every case
// scope: randomMiniBatches
// most: 0
export function randomMiniBatches(this: any): any { return arguments; }
