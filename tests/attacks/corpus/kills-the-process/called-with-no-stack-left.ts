// attack: recursion
// expect: threw|timeout|memory|crashed in every case
// scope: updateLr
// note: the harness is reached again (console.log) from the very end of the stack
export function updateLr(): any {
  const down = (): any => { console.log({ a: [{ b: 1 }] }); setTimeout(() => {}, 1); return down() + 1; };
  return down();
}
