// attack: result
// expect: wrong|bad-value in every case
// scope: updateParametersWithGd
export const updateParametersWithGd = (parameters: any): any => Object.create(parameters);
