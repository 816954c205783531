// attack: output injection
// expect: threw in every case
// scope: updateLr
export const updateLr = (): never => {
  console.log("\ud800 \udc00 \uffff \ufffe \u0085 \u2028 \u2029 \u009b31m \u{e0041} \u{1f468}\u200d\u{1f469}");
  throw new Error("\ud800".repeat(499) + "\u{1F600}".repeat(200));
};
