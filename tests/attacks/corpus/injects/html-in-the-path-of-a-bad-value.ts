// attack: output injection
// expect: bad-value in every case
// scope: updateParametersWithGd
export const updateParametersWithGd = (): any => ({ [`<a href="javascript:alert(1)">here</a>`]: { [`\u202e<b>`]: "x" } });
