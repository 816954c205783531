// attack: source
// expect: full marks or not-gradable /Cannot import|not part/
// scope: none
import * as self from "./malformed--circular-import-of-itself.ts";
export function updateLr(a: number, epochNum: number, b: number): number {
  return (self as any).scheduleLrDecay ? a / (1 + b * epochNum) : 0;
}
