// attack: output injection
// expect: wrong|bad-value in every case
// scope: updateParametersWithGd
export const updateParametersWithGd = (parameters: any): any => {
  console.log("\u202e stniop 001 \u2066\u2067\u2068\u2069 \u200b\u200e\u200f\u061c \ufeff \u2028\u2029 \ud800 \u{e0041}");
  return { ...parameters, "\u202egnp.exe\u0000": 1, "\u2066\ud800": 1 };
};
