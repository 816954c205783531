// attack: recursion
// expect: threw|timeout|memory|crashed|bad-value in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: a hundred thousand proxies around each other: native recursion
export function updateLr(a: number, epochNum: number, b: number): any {
  let proxy: any = {};
  if (epochNum === 2) {
    for (let i = 0; i < 1e5; i++) proxy = new Proxy(proxy, {});
    return proxy;
  }
  return a / (1 + b * epochNum);
}
