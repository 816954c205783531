// attack: pollution
// expect: wrong|threw|bad-value|timeout in every case
// scope: updateLr
export async function updateLr(): Promise<any> {
  const proto: any = Object.getPrototypeOf(async () => {});
  proto.call = proto.apply = proto.bind = () => 0;
  Object.defineProperty(Promise.prototype, "constructor", { configurable: true, get: () => function (f: any) { f(() => {}, () => {}); return { then() {} }; } });
  return 12345;
}
