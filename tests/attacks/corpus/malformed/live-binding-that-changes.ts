// attack: source
// expect: wrong|not-implemented|bad-value in some case
// scope: updateLr
// note: what a name means is the submission's to change, for itself alone
export let updateLr: any = (a: number, n: number, d: number): number => a / (1 + d * n);
const first = updateLr;
updateLr = (a: number, n: number, d: number): number => {
  updateLr = "gone";
  return first(a, n, d);
};
