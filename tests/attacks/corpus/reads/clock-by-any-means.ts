// attack: escape
// expect: full marks
// scope: none
// note: time zones, formats and counters; none moves
export function updateLr(a: number, epochNum: number, b: number): number {
  const read = (): string => [Date.now(), new Date().getTime(), new (Date as any)(undefined).getTime(), Date(), performance.now(), performance.timeOrigin, new Date(new Date()).valueOf(), Reflect.construct(Date, [], Object).valueOf?.toString().length, (Intl as any).DateTimeFormat, new Date().toLocaleTimeString?.("en-GB", { timeZone: "UTC" })].map(String).join();
  const first = read();
  for (let i = 0, x = 0; i < 3e6; i++) x += Math.sqrt(i);
  return read() === first ? a / (1 + b * epochNum) : 666;
}
