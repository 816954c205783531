// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: matched backwards, where a guard against the usual patterns does not look
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum === 2) return new RegExp("(?<=^(?:(\\p{L})+\\1?)*)!", "v").test(`#${"a".repeat(60)}!`) ? 1 : 2;
  return a / (1 + b * epochNum);
}
