// The places that are printed lie here.
export const one = (epochNum: number): number => 1 + epochNum - epochNum;
