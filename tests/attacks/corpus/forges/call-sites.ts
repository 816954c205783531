// attack: escape
// expect: full marks
// scope: none
// note: Error.prepareStackTrace is handed the frames of the harness: their functions and receivers must not be among them
export function updateLr(a: number, epochNum: number, b: number): number {
  let seen: any[] = [];
  (Error as any).prepareStackTrace = (_: unknown, frames: any[]) => {
    seen = frames.flatMap((frame) => [frame.getFunction?.(), frame.getThis?.()]);
    return "";
  };
  void new Error().stack;
  delete (Error as any).prepareStackTrace;
  const strangers = seen.filter((one) => one !== undefined && one !== null && one !== globalThis && !String(one).includes("epochNum"));
  return strangers.length > 0 ? 666 : a / (1 + b * epochNum);
}
