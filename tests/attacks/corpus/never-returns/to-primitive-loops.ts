// attack: never returns
// expect: bad-value in every case
// scope: updateLr
export const updateLr = (): any => ({ [Symbol.toPrimitive]() { for (;;); }, valueOf() { for (;;); }, toString() { for (;;); } });
