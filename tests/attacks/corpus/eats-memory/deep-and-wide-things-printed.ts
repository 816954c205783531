// attack: memory
// expect: full marks
// scope: none
// note: what is printed is looked at as far as it is shown, however deep, wide, sparse or circular it is
export function updateLr(a: number, epochNum: number, b: number): number {
  let deep: any = {};
  for (let i = 0; i < 1e5; i++) deep = { deep, also: deep };
  let chain: any = Object.create(null);
  for (let i = 0; i < 1e4; i++) chain = Object.create(chain);
  const sparse: any[] = [];
  sparse[4294967294] = 1;
  const circle: any[] = [];
  for (let i = 0; i < 1000; i++) circle.push(circle, [circle]);
  let error: any = new Error("last");
  for (let i = 0; i < 1000; i++) error = new Error("e", { cause: error });
  const wide = Array.from({ length: 300 }, () => Array.from({ length: 300 }, () => [1]));
  for (const value of [deep, chain, sparse, circle, error, wide, Array(2 ** 32 - 1), new Map([[circle, deep]])]) {
    console.log(value);
    console.dir(value, { depth: null });
    console.table(value);
  }
  return a / (1 + b * epochNum);
}
