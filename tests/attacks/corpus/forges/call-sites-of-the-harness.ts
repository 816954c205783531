// attack: escape
// expect: full marks
// scope: none
// note: the same from inside a getter, an iterator and a patched engine method, which the harness calls
import * as tf from "@tensorflow/tfjs";
let strangers = 0;
function look(): void {
  (Error as any).prepareStackTrace = (_: unknown, frames: any[]) => frames;
  const frames: any = new Error().stack;
  delete (Error as any).prepareStackTrace;
  for (const frame of frames) {
    const f = frame.getFunction?.();
    const self = frame.getThis?.();
    if ((f !== undefined && f !== null && f !== look && /argumentsOf|returnedReply|mutatedNames/.test(String(f))) || (self?.load && self?.call)) strangers++;
  }
}
const engine = tf.engine() as any;
const start = engine.startScope;
engine.startScope = function (...args: any[]) { look(); return start.apply(this, args); };
export function updateLr(a: number, epochNum: number, b: number): number {
  look();
  return strangers > 0 ? 666 : a / (1 + b * epochNum);
}
