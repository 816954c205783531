// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export async function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  const kept: unknown[] = [];
  const wait = async (depth: number): Promise<void> => { if (depth > 0) await wait(depth - 1); else await new Promise(() => {}); };
  Error.stackTraceLimit = 1e6;
  if (epochNum === 2) for (;;) { kept.push(wait(500), new Error().stack); }
  return a / (1 + b * epochNum);
}
