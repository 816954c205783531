// attack: never returns
// expect: timeout in some case
// scope: updateLr
export function updateLr(a: number, epochNum: number, b: number): any {
  return epochNum === 2 ? new Promise(() => {}) : a / (1 + b * epochNum);
}
