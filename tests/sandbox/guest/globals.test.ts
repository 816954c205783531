import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { SourceRunner } from "../run-source.ts";

expectNothingLeft();

let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open({ f: [[]] }, { limits: { consoleBytes: 16_384 } });
});
afterAll(() => runner[Symbol.asyncDispose]());

/** What the same statements print in the sandbox and on Node: each prints by `show`, one JSON text a line. */
async function inGuest(statements: string): Promise<string> {
  const source = `// @ts-nocheck
    import * as tf from "@tensorflow/tfjs";
    const show = (value) => console.log(JSON.stringify(value) ?? String(value));
    export async function f() { ${statements}\nreturn 1; }`;
  const [run] = await runner.cases(source);
  if (run?.outcome !== "returned") throw new Error(`${statements} ends with ${JSON.stringify(run)}`);
  return run.console;
}

async function onNode(statements: string): Promise<string> {
  const lines: string[] = [];
  const show = (value: unknown): void => void lines.push(`${JSON.stringify(value) ?? String(value)}\n`);
  await new Function("show", `return (async () => { ${statements} })()`)(show);
  return lines.join("");
}

const same = [
  [
    "structuredClone",
    `const a = { n: [1, , { d: new Date(5) }], m: new Map([["k", new Set([1n])]]), r: /x/gi, f: new Float32Array([1, 2]), u: undefined };
     a.self = a;
     const c = structuredClone(a);
     show([c !== a, c.self === c, c.n[2].d.getTime(), 1 in c.n, [...c.m.get("k")].map(String), String(c.r), c.f.constructor.name, [...c.f], "u" in c]);
     class P { x = 1; get y() { return 2; } }
     show(structuredClone(new P())); show(structuredClone(new P()) instanceof P);
     const e = structuredClone(new RangeError("no", { cause: "c" }));
     show([e instanceof RangeError, e.message, e.cause]);
     const view = new Float32Array(new ArrayBuffer(16), 4, 2); view[1] = 7;
     const copied = structuredClone({ view, buffer: view.buffer });
     show([copied.view.buffer === copied.buffer, copied.view.byteOffset, [...copied.view]]);
     show(JSON.parse(JSON.stringify(structuredClone(JSON.parse('{"__proto__": 1}')))));
     for (const bad of [() => 1, Symbol("s"), { deep: [Promise.resolve()] }]) { try { structuredClone(bad); show("copied"); } catch (error) { show(error.name); } }`,
  ],
  [
    "TextEncoder and TextDecoder",
    `const text = "aé€😀\\0\\ud800z";
     const bytes = new TextEncoder().encode(text);
     show([...bytes]); show(new TextDecoder().decode(bytes)); show(new TextEncoder().encodeInto("a€", new Uint8Array(3)));
     for (const bad of [[0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x98], [0xff, 65], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 65]]) show([...new TextDecoder("utf8").decode(new Uint8Array(bad))].map((c) => c.codePointAt(0)));
     show(new TextDecoder().decode(new Uint8Array([0xef, 0xbb, 0xbf, 65])));
     try { new TextDecoder("utf-8", { fatal: true }).decode(new Uint8Array([255])); } catch (error) { show(error.name); }
     show(new TextDecoder().decode(new Uint8Array([65, 66, 67]).subarray(1)));`,
  ],
  [
    "atob and btoa",
    `for (const t of ["", "a", "ab", "abc", "\\xff\\x00~"]) { show(btoa(t)); show(atob(btoa(t)) === t); }
     show(atob(" YQ = = ")); show(atob("YWI"));
     for (const bad of [() => btoa("€"), () => atob("a"), () => atob("*")]) { try { bad(); } catch (error) { show(error.name); } }`,
  ],
  [
    "timers",
    `const seen = [];
     const done = new Promise((resolve) => {
       setTimeout((a, b) => seen.push("t" + a + b), 5, 1, 2);
       setTimeout(() => seen.push("never"), 2).unref().close?.();
       const cleared = setTimeout(() => seen.push("no"), 1); clearTimeout(cleared);
       let turns = 0;
       const interval = setInterval((x) => { seen.push("i" + x); if (++turns === 3) clearInterval(interval); }, 10, "!");
       setImmediate((v) => seen.push(v), "imm");
       queueMicrotask(() => seen.push("micro"));
       setTimeout(resolve, 100);
     });
     seen.push("sync"); await done; show(seen);
     clearTimeout(undefined); clearInterval(null);
     for (const bad of [() => setTimeout("code"), () => queueMicrotask(1)]) { try { bad(); } catch (error) { show(error.name); } }`,
  ],
  [
    "timers with odd delays",
    `const seen = []; const at = (name, ...delay) => setTimeout(() => seen.push(name), ...delay);
     await new Promise((resolve) => {
       at("a", 1); at("b", 0); at("c", "250"); at("d", 5); at("e"); at("f", -3); at("g", NaN); at("h", 2 ** 31);
       at("i", { valueOf: () => 120 }); at("j", 5.9); at("k", 5); at("l", "never"); at("m", null);
       setTimeout(resolve, 300);
     });
     show(seen);`,
  ],
  [
    "AbortController",
    `const c = new AbortController(); const seen = [];
     c.signal.addEventListener("abort", () => seen.push("heard")); c.signal.onabort = () => seen.push("on");
     show(c.signal.aborted); c.abort(); c.abort(); show([c.signal.aborted, c.signal.reason.name, seen.sort()]);
     try { c.signal.throwIfAborted(); } catch (error) { show(error.name); }
     show(AbortSignal.abort("why").reason);
     const any = AbortSignal.any([new AbortController().signal, c.signal]); show(any.aborted);`,
  ],
  [
    "Intl.NumberFormat",
    `show(new Intl.NumberFormat("en-US", { maximumFractionDigits: 2 }).format(1234.567)); show((0.5).toFixed(2));`,
  ],
  ["Array.fromAsync", `show(await Array.fromAsync([Promise.resolve(1), 2], async (x) => x * 2));`],
  [
    "process.nextTick",
    `const seen = []; process.nextTick((v) => seen.push(v), 1); await new Promise((resolve) => setTimeout(resolve, 1)); show(seen); show(typeof process.hrtime.bigint()); show(process.env.NOTHING_OF_THIS_NAME ?? "unset");`,
  ],
  [
    "crypto",
    `show(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(crypto.randomUUID())); const a = new Uint32Array(4); show(crypto.getRandomValues(a) === a); show(new Set(a).size);`,
  ],
  [
    "performance.mark",
    `performance.mark("a"); performance.mark("a"); const m = performance.measure("m", "a"); show([m.name, m.entryType]);
     show(performance.mark("b", { detail: { n: 1 } }).detail); show(typeof performance.getEntriesByName("m")[0].duration);
     show([performance.getEntriesByName("a").length, performance.getEntriesByName("a", "measure").length, performance.getEntriesByType("mark").length]);
     performance.clearMarks("a"); show([performance.getEntriesByType("mark").length, performance.getEntriesByName("m").length]);
     performance.clearMeasures(); performance.clearMarks(); show(performance.getEntriesByType("measure").length);`,
  ],
  [
    "the handles of timers",
    `const t = setTimeout(() => {}, 5); show([t.hasRef(), t.unref().hasRef(), t.ref().hasRef(), typeof t[Symbol.toPrimitive](), t.unref() === t]);
     const i = setInterval(() => {}, 5); show([i.hasRef(), typeof +i]); clearInterval(+i); clearTimeout(t);
     show(await new Promise((resolve) => setTimeout((...given) => resolve(given), 1, "a", 2)));
     let ran = false; const gone = setTimeout(() => { ran = true; }, 1); gone[Symbol.dispose](); await new Promise((resolve) => setTimeout(resolve, 3)); show(ran);
     let n = 0; show(await new Promise((resolve) => { const id = setInterval((step) => { n += step; if (n > 5) { clearInterval(id); resolve(n); } }, 1, 2); }));`,
  ],
  ["global", `show(global === globalThis); show(typeof window);`],
  [
    "the constructors that stand in for V8's own",
    `show([Date.name, ArrayBuffer.name, Proxy.name, setTimeout.name, TextEncoder.name, AbortSignal.name]); show([new ArrayBuffer(3).byteLength, new Proxy([7], {})[0], Proxy.revocable({ a: 1 }, {}).proxy.a]); try { Proxy({}, {}); } catch (error) { show(error.name); }`,
  ],
] as const;

describe("restrictGlobals()", () => {
  it.each(same)("gives %s, as Node does", async (_, statements) => {
    expect(await inGuest(statements)).toBe(await onNode(statements));
  });

  it.each([
    ["fetch('x')", "fetch is not available here: a submission has no network"],
    [
      "new URL('http://x')",
      "URL is not available here: a submission has no network and no files; take an address apart as text",
    ],
    [
      "new URLSearchParams('a=1')",
      "URLSearchParams is not available here: a submission has no network; take a query apart as text",
    ],
    [
      "Buffer.from('a')",
      "Buffer is not available here: use Uint8Array, and TextEncoder, TextDecoder, btoa or atob for text",
    ],
    ["new WebSocket('x')", "WebSocket is not available here: a submission has no network"],
    ["process.exit(1)", "process.exit is not available here: return from the function, or throw an error"],
    ["process.memoryUsage()", "process.memoryUsage is not available here: use tf.memory(), which counts tensors"],
    [
      "new Intl.DateTimeFormat()",
      "Intl.DateTimeFormat is not available here: the clock stands still; use toISOString()",
    ],
    ["crypto.subtle.digest('SHA-256', 1)", "crypto.subtle is not available here: a submission has no keys"],
    ["structuredClone({ W: tf.ones([1]) })", "structuredClone cannot copy a tensor: use tensor.clone()"],
    ["new TextDecoder('latin1')", 'TextDecoder knows UTF-8 only here, not "latin1"'],
  ])("says of %s what to do instead", async (expression, message) => {
    expect(await inGuest(`try { ${expression}; } catch (error) { show(error.message); }`)).toBe(
      `${JSON.stringify(message)}\n`,
    );
  });

  it("gives a process without anything of the host's", async () => {
    expect(
      await inGuest(`process.env.MINE = "1"; show(process.env); show(process.argv); show(process.cwd()); show(typeof process.versions);
        console.profile("a"); console.profileEnd("a"); console.timeStamp("a"); process.stdout.write("one "); process.stderr.write("two\\n"); show(process.stdout.isTTY);`),
    ).toBe('{"MINE":"1"}\n["node","submission.ts"]\n"/"\n"undefined"\none two\nfalse\n');
  });

  it("draws the numbers of crypto anew in each case, as those of Math.random", async () => {
    await using two = await SourceRunner.open({ f: [[], []] });
    const runs = await two.cases(
      "export function f() { console.log(crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(8))); return Math.random(); }",
    );
    expect(runs[0]?.console).toMatch(/^[0-9a-f-]{36} Uint8Array\(8\) \[/);
    expect(runs[1]).toEqual({ ...runs[0], caseId: "visible-2", calledAgain: undefined });
    // What hangs on chance is found by a second call of the same case.
    expect(runs[0]).toMatchObject({ calledAgain: "unrepeatable" });
  });
});
