// attack: leak
// expect: wrong|threw in every case
// scope: updateLr
// never: SEEN-IN
// exercises: updateLr scheduleLrDecay
// note: whatever part of the console prints what a hidden case holds, a student sees nothing of it; in visible ones it says nothing
let cases = 0;
export function updateLr(a: number, epochNum: number, b: number): number {
  cases += 1;
  if (cases < 5) throw new Error("visible");
  const seen = `SEEN-IN ${a} ${epochNum} ${b}`;
  console.group(seen); console.table([{ seen }]); console.count(seen); console.time(seen); console.timeEnd(seen); console.trace(seen);
  console.assert(false, seen); console.dir({ seen }); process.stdout.write(seen); console.countReset(seen);
  return -1;
}
