// attack: escape
// expect: full marks
// scope: none
// note: process, crypto, timers, signals and what is refused are plain code of the isolate: none leads to the host; 666 means that one did
export function updateLr(a: number, epochNum: number, b: number): number {
  const right = a / (1 + b * epochNum);
  const scope = globalThis as any;
  for (const name of ["process", "crypto", "console", "performance", "setTimeout", "structuredClone", "TextEncoder", "AbortController", "fetch", "Buffer", "URL", "Proxy", "global"]) {
    const inside = scope[name]?.constructor?.constructor?.("return typeof process.versions + typeof process.binding + typeof process.mainModule + typeof require")?.();
    if (inside !== "undefinedundefinedundefinedundefined") return 666;
  }
  if (Object.keys(scope.process.env).length > 0 || scope.process.argv.some((one: string) => one.includes("/"))) return 666;
  const timer = setTimeout(() => {}, 1) as any;
  for (const key of Reflect.ownKeys(timer)) if (typeof timer[key] === "object") return 666;
  for (const use of ["fetch", "Buffer", "URL", "WebSocket"]) {
    try {
      new scope[use]("file:///etc/passwd");
      return 666;
    } catch (error) {
      if (!/not available here/.test(String(error))) return 666;
    }
  }
  return right;
}
