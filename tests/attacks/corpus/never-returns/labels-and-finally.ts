// attack: never returns
// expect: timeout in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: neither the exception nor the return gets past
export function updateLr(a: number, epochNum: number, b: number): number {
  outer: for (;;) {
    inner: try { if (epochNum === 2) throw a; return a / (1 + b * epochNum); }
    finally { if (epochNum === 2) continue outer; else break inner; }
  }
}
