// attack: heap bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: a few objects that share their parts, 2^60 leaves when written out
export function updateLr(a: number, epochNum: number, b: number): number {
  let tree: any = ["leaf"];
  if (epochNum === 2) { for (let i = 0; i < 60; i++) tree = [tree, tree]; return JSON.stringify(tree).length; }
  return a / (1 + b * epochNum);
}
