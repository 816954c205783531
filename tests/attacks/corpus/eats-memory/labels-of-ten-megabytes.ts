// attack: memory
// expect: full marks
// scope: none
// note: labels, groups and texts of any length are cut before they are kept
export function updateLr(a: number, epochNum: number, b: number): number {
  const long = "x".repeat(1e7);
  console.count(long); console.time(long); console.timeLog(long, long); console.timeEnd(long); console.countReset(long);
  for (let i = 0; i < 1e5; i++) console.group();
  console.log(long, [long], { [long]: long }, new Error(long), Symbol(long));
  console.table([{ [long]: long }]);
  process.stdout.write(long);
  return a / (1 + b * epochNum);
}
