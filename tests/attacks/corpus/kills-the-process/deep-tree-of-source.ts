// attack: crash
// expect: full marks or memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const sources = ["`${".repeat(1e5), "a?.".repeat(1e6) + "a", "1+".repeat(2e6) + "1", "async()=>".repeat(1e5) + "1", "class extends(".repeat(1e5), "new ".repeat(1e6) + "a", "{".repeat(1e6), "a=>".repeat(1e6) + "1", "[".repeat(1e6), "if(a)".repeat(1e6), "#!", "yield ".repeat(1e5)];
  if (epochNum === 2) for (const source of sources) { try { new Function(`return ${source}`); } catch {} try { (0, eval)(source); } catch {} }
  return a / (1 + b * epochNum);
}
