import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadGuestImage } from "../../../sandbox/image/guest-image.ts";
import type { CaseRun } from "../../../sandbox/replies/case-run.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { SourceRunner } from "../run-source.ts";

expectNothingLeft();

let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open({ f: [[], []], g: [[]] });
});
afterAll(() => runner[Symbol.asyncDispose]());

/** Names of the entries of a record that a case returned. */
function namesIn(run: CaseRun | undefined): string[] {
  if (run?.outcome !== "returned" || run.value.kind !== "record") throw new TypeError(JSON.stringify(run));
  return run.value.entries.map(([name]) => name);
}

describe("bundleGuest()", () => {
  it("makes one script in strict mode, with no path of this machine in it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
    const { code } = await loadGuestImage({ cacheDirectory: folder, snapshot: false });
    await rm(folder, { recursive: true });
    const script = Buffer.from(code).toString("utf8");
    expect(script).toMatch(/^"use strict";\n/);
    expect(script).not.toContain(process.cwd());
    expect(script).not.toMatch(/^\s*\/\/ \.\./m);
  });

  it("has no sloppy function that a submission can reach", async () => {
    const [run] = await runner.cases(`
      import * as tf from "@tensorflow/tfjs";
      // The caller of a strict function may not be asked for.
      const sloppy = (value: Function) => {
        try {
          return value.caller !== value;
        } catch {
          return false;
        }
      };
      export function f() {
        const found: Record<string, number> = { [sloppy(Function("")) && !sloppy(() => 1) ? "can tell" : "cannot tell"]: 0 };
        const seen = new Set<unknown>();
        const walk = (value: unknown, path: string): void => {
          if ((typeof value !== "object" && typeof value !== "function") || value === null || seen.has(value)) return;
          seen.add(value);
          if (typeof value === "function" && sloppy(value)) found[path] = 0;
          for (const key of Reflect.ownKeys(value)) {
            const { value: held, get, set } = Object.getOwnPropertyDescriptor(value, key) ?? {};
            for (const next of [held, get, set]) walk(next, path + "." + String(key));
          }
          walk(Object.getPrototypeOf(value), path + ".prototype of");
        };
        walk(globalThis, "globalThis");
        walk(tf, "tf");
        walk(tf.layers, "tf.layers");
        walk(tf.data, "tf.data");
        found[seen.size > 2000 ? "thousands" : "few " + seen.size] = 0;
        return found;
      }`);
    expect(namesIn(run)).toEqual(["can tell", "thousands"]);
  });

  it("is not to be had as the caller of what it calls", async () => {
    const runs = await runner.cases(`
      const callers: unknown[] = [];
      const probe = Function("callers", "return function probe() { callers.push(probe.caller); }")(callers) as () => void;
      const caller = Function("probe", "return function caller() { probe(); }")(probe) as () => void;
      const found = (least: number) => {
        const names = callers.map((one) => (one === null ? "nobody" : String(one).slice(0, 80)));
        return Object.fromEntries([callers.length < least ? "called too rarely" : "called", ...names].map((name) => [name, 0]));
      };
      caller();
      if (callers.pop() !== caller) throw new Error("the probe does not see its caller");
      export function f() {
        // The harness looks whether the result can be awaited.
        Object.defineProperty(Object.prototype, "then", { get: probe, configurable: true });
        return found(1);
      }
      export async function g() {
        await new Promise<void>((done) => {
          setTimeout(probe, 0);
          setTimeout(done, 1);
        });
        queueMicrotask(probe);
        await Promise.resolve();
        return found(2);
      }`);
    expect(runs.slice(1).map(namesIn)).toEqual(Array(2).fill(["called", "nobody"]));
  });
});
