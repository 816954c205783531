// attack: memory
// expect: memory|timeout|crashed in every case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: a million labels are the submission's own memory, and cost that function alone
export function updateLr(a: number, epochNum: number, b: number): number {
  for (let i = 0; ; i++) {
    console.count(`${i}`.padEnd(200, "x"));
    setInterval(() => {}, i);
  }
}
