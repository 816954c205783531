// attack: recursion
// expect: threw|timeout|memory|crashed|not-implemented in every case
// scope: updateLr
let bound: any = () => { throw new Error("reached"); };
for (let i = 0; i < 1e5; i++) bound = bound.bind(null, i % 2);
export const updateLr = bound;
