/** Why something is not there, and what to use instead: completes `fetch is not available here: …`. */
const reasons = {
  fetch: "a submission has no network",
  XMLHttpRequest: "a submission has no network",
  WebSocket: "a submission has no network",
  URL: "a submission has no network and no files; take an address apart as text",
  URLSearchParams: "a submission has no network; take a query apart as text",
  Buffer: "use Uint8Array, and TextEncoder, TextDecoder, btoa or atob for text",
  "process.exit": "return from the function, or throw an error",
  "process.kill": "a submission has no processes",
  "process.memoryUsage": "use tf.memory(), which counts tensors",
  "Intl.DateTimeFormat": "the clock stands still; use toISOString()",
  "crypto.subtle": "a submission has no keys",
} as const;

/** Global names that exist to say why they are of no use. */
export const refusedGlobals = ["fetch", "XMLHttpRequest", "WebSocket", "URL", "URLSearchParams", "Buffer"] as const;

const bufferMethods = ["from", "alloc", "allocUnsafe", "concat", "byteLength", "isBuffer", "compare"] as const;

/** A function or class that throws, and says what to use instead. */
export function refused(name: keyof typeof reasons): (...args: unknown[]) => never {
  // biome-ignore lint/complexity/useArrowFunction: it is called with new, too.
  const refuse = function (): never {
    throw new Error(`${name} is not available here: ${reasons[name]}`);
  };
  Object.defineProperty(refuse, "name", { value: name });
  if (name === "Buffer") for (const method of bufferMethods) Object.defineProperty(refuse, method, { value: refuse });
  return refuse;
}
