// attack: hang
// expect: timeout in every case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: an interval keeps a promise waiting until the case's time is over
export function updateLr(): Promise<number> {
  return new Promise(() => setInterval(() => {}, 0));
}
