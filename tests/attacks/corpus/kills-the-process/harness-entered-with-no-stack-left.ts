// attack: crash
// expect: full marks or memory|timeout|threw|crashed in some case
// scope: updateLr
// exercises: updateLr scheduleLrDecay
// note: what the sandbox provides is called where any call overflows
import * as tf from "@tensorflow/tfjs";
import { Rng } from "gradecheck";
export function updateLr(a: number, epochNum: number, b: number): number {
  const calls: (() => unknown)[] = [() => console.log({ x: [[[1]]] }), () => setTimeout(() => {}, 3), () => Math.random(), () => new Date(), () => new ArrayBuffer(8), () => new Rng(1).permutation(9), () => tf.tidy(() => tf.ones([3]).add(1)), () => queueMicrotask(() => {}), () => tf.engine().startScope()];
  const dive = (then: () => unknown): unknown => { try { return dive(then); } catch { try { return then(); } catch { return 0; } } };
  if (epochNum === 2) for (const one of calls) for (let i = 0; i < 20; i++) dive(one);
  return a / (1 + b * epochNum);
}
