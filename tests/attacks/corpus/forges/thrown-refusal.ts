// attack: protocol
// expect: bad-value|threw in every case
// scope: updateParametersWithGd
// note: what a getter throws is no word of the harness
export function updateParametersWithGd(): any {
  return { get W1() { throw { __proto__: null, reason: "too-large", path: "<script>alert(1)</script>" }; } };
}
