// attack: native memory
// expect: memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: ICU's objects lie outside the heap
export function updateLr(a: number, epochNum: number, b: number): number {
  const kept: unknown[] = [];
  if (epochNum === 2) for (let i = 0; ; i++) kept.push(new Intl.NumberFormat("ar-u-nu-arab", { style: "unit", unit: "meter", minimumFractionDigits: i % 20 }), new Intl.Collator("zh"), new Intl.PluralRules("ar"));
  return a / (1 + b * epochNum);
}
