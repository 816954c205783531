// attack: thenable
// expect: wrong|threw|bad-value in every case
// scope: updateLr
export function updateLr(a: number, epochNum: number, b: number): any {
  return { then(resolve: any, reject: any) { resolve(12345); resolve(a / (1 + b * epochNum)); reject(new Error("x")); throw 1; } };
}
