// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export function updateLr(a: number, epochNum: number, b: number): number {
  let tree: any = [1];
  if (epochNum === 2) { for (let i = 0; i < 40; i++) tree = [tree, tree]; return tree.flat(Infinity).length; }
  return a / (1 + b * epochNum);
}
