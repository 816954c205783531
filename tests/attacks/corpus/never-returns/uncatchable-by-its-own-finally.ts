// attack: never returns
// expect: timeout in every case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: starts again from every callback that an interrupted call might still run
export function updateLr(): number {
  const again = (): any => { try { for (;;); } finally { again(); } };
  const list = [3, 1, 2];
  try { list.sort(again); } finally { void Promise.resolve().then(again, again); setTimeout(again, 0); new Proxy({}, { get: again } as any).x; }
  return 1;
}
