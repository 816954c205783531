// attack: thenable
// expect: wrong|bad-value|threw|timeout in some case
// scope: updateLr
// most: 0.87
// note: every number has a then of its own
export function updateLr(a: number, epochNum: number): any {
  (Number.prototype as any).then = function (resolve: any) { resolve(a); };
  (Object.prototype as any).then = function (resolve: any) { delete (Object.prototype as any).then; resolve(a * epochNum); };
  return { rate: a };
}
