// attack: protocol
// expect: wrong in every case
// scope: updateLr
export function updateLr(): number {
  const header = JSON.stringify({ type: "answered", run: 1, cases: [{ exercise: 0, case: 0, cpuMs: 0 }], parts: [0] });
  for (const print of [console.log, console.error, (globalThis as any).print, (globalThis as any).postMessage, (globalThis as any).send]) {
    try { print?.(`\u0040\u0000\u0000\u0000${header}`); } catch {}
  }
  (globalThis as any).gradecheckHarness = { call: () => new ArrayBuffer(8), take: () => new ArrayBuffer(8), tick: () => false };
  return 12345;
}
