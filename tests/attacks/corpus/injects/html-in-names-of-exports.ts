// attack: output injection
// expect: not-implemented in every case
// scope: updateLr
const f = (): number => 1;
export { f as "<script>alert(1)</script>", f as "update_Lr<img src=x>", f as "updateLR" };
export const updateLr = 5;
