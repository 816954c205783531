// attack: never returns
// expect: full marks or timeout|threw in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
export async function updateLr(a: number, epochNum: number, b: number): Promise<number> {
  const delays: any[] = ["5", NaN, -1, Infinity, { valueOf: () => "9" }, true, [7], "x"];
  if (epochNum === 2) for (const delay of delays) setTimeout("not a function" as any, delay);
  await new Promise((resolve) => setTimeout(resolve, Infinity));
  return a / (1 + b * epochNum);
}
