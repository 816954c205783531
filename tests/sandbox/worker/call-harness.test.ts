import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SourceRunner } from "../run-source.ts";

let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open({ f: [[]] });
});
afterAll(() => runner[Symbol.asyncDispose]());

const says = (message: string): string => `void Promise.reject(new Error(${JSON.stringify(message)}));`;

describe("callHarness()", () => {
  it.each([
    "nobody handles this",
    "Script execution timed out.",
    "Isolate was disposed during execution due to memory limit",
    "Array buffer allocation failed",
  ])('loads a submission that rejects at its top level, saying "%s"', async (message) => {
    const run = await runner.run(`${says(message)} export const f = () => 1;`);
    expect(run).toMatchObject({ loaded: true, cases: [{ outcome: "returned", value: { value: 1 } }] });
  });

  it.each(["Script execution timed out.", "Isolate is already disposed", "Array buffer allocation failed"])(
    'takes the answer of a function that leaves a rejection behind, saying "%s"',
    async (message) => {
      const run = await runner.run(`export const f = () => { ${says(message)} return 2; };`);
      expect(run).toMatchObject({ loaded: true, cases: [{ outcome: "returned", value: { value: 2 } }] });
    },
  );
});
