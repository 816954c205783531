import { afterAll, beforeAll, expect, it } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { missingExport } from "../../../graders/judge/missing-export.ts";
import { expectNothingLeft } from "../../fixtures/expect-nothing-left.ts";
import { SourceRunner } from "../../sandbox/run-source.ts";

expectNothingLeft();

const { manifest } = await openAssignment("w2-optimization");
let runner: SourceRunner;
beforeAll(async () => {
  runner = await SourceRunner.open({ updateLr: [[]] });
});
afterAll(() => runner[Symbol.asyncDispose]());

it.each([
  ["exported", "export function updateLr() { return 1; }", undefined],
  ["the starter's body", 'export function updateLr() { throw new Error("Not implemented: updateLr"); }', undefined],
  ["exported under its name", "function lr() { return 1; }\nexport { lr as updateLr };", undefined],
  ["not defined", "export function other() {}", { onlyDefault: false }],
  ["in a comment only", "// export function updateLr() {}\nexport const x = 1;", { onlyDefault: false }],
  [
    "not exported",
    "function updateLr() { return 1; }\nexport const x = 1;",
    { onlyDefault: false, defined: "updateLr" },
  ],
  ["not exported, with nothing that is", "const updateLr = () => 1;", { onlyDefault: false, defined: "updateLr" }],
  [
    "exported under another name",
    "function updateLr() { return 1; }\nexport { updateLr as rate };",
    { onlyDefault: false, defined: "updateLr" },
  ],
  [
    "the default export",
    "export default function updateLr() { return 1; }",
    { onlyDefault: true, defined: "updateLr", asDefault: true },
  ],
  ["a default export without a name", "export default () => 1;", { onlyDefault: true }],
  ["misspelt", "export function update_lr() { return 1; }", { onlyDefault: false, found: "update_lr" }],
  ["misspelt and not exported", "function updatelr() { return 1; }", { onlyDefault: false, defined: "updatelr" }],
])("missingExport() tells of a function that is %s what is the case", async (_, source, missing) => {
  const run = await runner.run(source);
  if (!run.loaded) throw new Error(run.failure.message);
  expect(missingExport("updateLr", manifest.exercises, run)).toEqual(
    missing === undefined ? {} : { missingExport: missing },
  );
});
