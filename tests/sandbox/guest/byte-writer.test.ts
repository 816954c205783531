import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SourceRunner } from "../run-source.ts";

let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open({ f: [[]] });
});
afterAll(() => runner[Symbol.asyncDispose]());

describe("ByteWriter.finish()", () => {
  it("asks no constructor of the submission's for the buffer of a reply", async () => {
    const run = await runner.run(`
      const kept: ArrayBuffer[] = [];
      const Native = ArrayBuffer;
      class Kept {
        constructor(length: number) { const made = new Native(length); kept.push(made); return made; }
        static get [Symbol.species]() { return Kept; }
      }
      export function f() {
        (ArrayBuffer.prototype as any).constructor = Kept;
        void Promise.resolve().then(() => { for (const one of kept) new Uint8Array(one).fill(255); });
        return 1;
      }`);
    expect(run).toMatchObject({ loaded: true, cases: [{ outcome: "returned", value: { value: 1 } }] });
  });

  it("lets out nothing that such a constructor throws", async () => {
    const run = await runner.run(`
      export function f() {
        const trap = new Proxy({}, { get() { for (;;); } });
        Object.defineProperty(ArrayBuffer.prototype, "constructor", { get() { throw trap; } });
        return 1;
      }`);
    expect(run).toMatchObject({ loaded: true, cases: [{ outcome: "returned", value: { value: 1 } }] });
  });
});
