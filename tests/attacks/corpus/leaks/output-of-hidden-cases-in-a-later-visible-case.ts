// attack: leak
// expect: full marks
// scope: none
// never: LEAKED
// note: what one case has seen must not be printed by a visible case that is run after it
const seen: string[] = ((globalThis as any).seen ??= []);
export function updateLr(a: number, epochNum: number, b: number): number {
  if (epochNum >= 1000) seen.push(`LEAKED ${a} ${epochNum} ${b}`);
  console.log(seen.join(";"));
  return a / (1 + b * epochNum);
}
export function scheduleLrDecay(a: number, epochNum: number, b: number, interval = 1000): number {
  console.log(((globalThis as any).seen ?? []).join(";"));
  return a / (1 + b * Math.floor(epochNum / interval));
}
