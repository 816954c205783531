// attack: buffer bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  const kept: any[] = [];
  if (epochNum === 2) for (let bytes: any = new Uint8Array(2 ** 22); ; ) { const text = bytes.toBase64?.() ?? String(bytes); kept.push(text, (Uint8Array as any).fromBase64?.(text) ?? text.split(",")); }
  return a / (1 + b * epochNum);
}
