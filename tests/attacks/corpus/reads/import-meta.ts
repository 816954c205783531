// attack: import
// expect: full marks or not-gradable /import\.meta/
// scope: none
export function updateLr(a: number, epochNum: number, b: number): number {
  const meta: any = import.meta;
  return meta?.url !== undefined || meta?.resolve !== undefined || meta?.dirname !== undefined ? 666 : a / (1 + b * epochNum);
}
