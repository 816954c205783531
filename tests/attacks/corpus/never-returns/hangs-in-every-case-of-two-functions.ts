// attack: never returns
// expect: timeout in every case
// scope: updateParametersWithGd updateLr
// note: the time of one submission is shared out, so that the functions between and after them still score
export const updateParametersWithGd = (): any => { for (;;); };
export const updateLr = (): any => { for (;;); };
