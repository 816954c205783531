// attack: export
// expect: wrong in some case
// scope: updateLr
// note: the export is another function each time it is read
let reads = 0;
const right = (a: number, epochNum: number, b: number): number => a / (1 + b * epochNum);
export let updateLr = right;
queueMicrotask(() => { updateLr = (...args) => (reads++ < 1 ? right(...args) : 0); });
