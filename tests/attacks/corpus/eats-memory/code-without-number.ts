// attack: code bomb
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: machine code of regular expressions, compiled functions and their feedback
export function updateLr(a: number, epochNum: number, b: number): number {
  const kept: unknown[] = [];
  if (epochNum === 2) for (let i = 0; ; i++) {
    const one = new RegExp(`(?:${i}|[a-z]{${1 + (i % 50)}}|\\p{L}+)*$`.repeat(20), "u");
    one.test("a".repeat(10));
    const made = new Function("x", `return ${Array.from({ length: 300 }, (_, j) => `x + ${i * j}`).join(" + ")}`);
    for (let j = 0; j < 20; j++) made(j);
    kept.push(one, made);
  }
  return a / (1 + b * epochNum);
}
