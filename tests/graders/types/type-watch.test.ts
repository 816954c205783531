import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { compilerRuns } from "../../../graders/types/compiler-run.ts";
import { TypeWatch } from "../../../graders/types/type-watch.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { findIn, ofFiles, ofText, sourceBytes, typedAssignment } from "./submissions.ts";

expectNothingLeft();

const wrong = "export const updateLr = (a: string) => Number(a);\n";
const right = "export const updateLr = (a: number) => a;\n";

test("TypeWatch finds in each version what is found in it alone, with one compiler", async () => {
  const versions = [
    ofText(wrong),
    ofText(right),
    ofText(`${right}const x: string = 1;\n`),
    ofText("export const updateLr = (;\n"),
    ofText(wrong),
    ofFiles({
      "submission.ts": 'export { f as updateLr } from "./f.ts";\n',
      "f.ts": "export const f = (a: string) => a;\n",
    }),
    ofFiles({
      "submission.ts": 'export { f as updateLr } from "./g.ts";\n',
      "g.ts": "export const f = (a: number) => a;\n",
    }),
    ofFiles({ "submission.ts": 'export { f as updateLr } from "./f.ts";\n' }),
    ofText(right),
  ];
  const alone = await Promise.all(versions.map(async (one) => (await findIn(one))[0]));
  const before = compilerRuns.started;
  await using watch = new TypeWatch(await typedAssignment(), { sourceBytes });
  for (const [at, version] of versions.entries()) expect(await watch.look(version), String(at)).toEqual(alone[at]);
  expect(compilerRuns.started - before).toBe(1);
});

test("TypeWatch goes on with another compiler after a version that has brought one down", {
  timeout: 120_000,
}, async () => {
  const unions = Array.from({ length: 400 }, (_, i) => `export const x${i}: \`${i}\${D}\${D}\${D}\${D}\${D}\` = "x";`);
  await using watch = new TypeWatch(await typedAssignment(), { sourceBytes });
  const bomb = ofText(["type D = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;", ...unions].join("\n"));
  expect(await watch.look(bomb)).toEqual({ errors: [], unchecked: "unfinished" });
  expect((await watch.look(ofText(wrong)))?.errors).toHaveLength(1);
});

test("TypeWatch passes over what nobody wants to know any more", async () => {
  await using watch = new TypeWatch(await typedAssignment(), { sourceBytes });
  const stop = new AbortController();
  const first = watch.look(ofText(right));
  const second = watch.look(ofText(wrong), stop.signal);
  const third = watch.look(ofText(wrong));
  stop.abort();
  expect(await first).toEqual({ errors: [] });
  expect(await second).toBeUndefined();
  expect((await third)?.errors).toHaveLength(1);
});

test("TypeWatch leaves no compiler behind, whenever it is closed", async () => {
  const assignment = await typedAssignment();
  for (const waitMs of [0, 1, 3, 10, 30, 100]) {
    const watch = new TypeWatch(assignment, { sourceBytes });
    const looking = watch.look(ofText(wrong));
    await setTimeout(waitMs);
    await watch[Symbol.asyncDispose]();
    // What it found, or that it did not come to an end.
    expect((await looking)?.errors.length).toBeLessThanOrEqual(1);
  }
});
