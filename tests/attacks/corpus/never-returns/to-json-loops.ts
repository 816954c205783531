// attack: never returns
// expect: bad-value in every case
// scope: updateParametersWithGd
export const updateParametersWithGd = (): any => ({ toJSON() { for (;;); } });
