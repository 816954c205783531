import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lineProgress } from "../../../../reference/tensorflow/setup/progress.ts";
import { runSetup, setupMessage } from "../../../../reference/tensorflow/setup/run-setup.ts";
import { temporaryFolder } from "../fake-package.ts";

test.each([
  { ci: "true", code: 3 },
  { ci: "1", code: 3 },
  { ci: "", code: 0 },
])("runSetup() ends with $code where no way works and CI is $ci", async ({ ci, code }) => {
  const folder = await temporaryFolder();
  const noDirectory = join(folder, "file"); // Nothing can be built where the cache cannot be made.
  await writeFile(noDirectory, "");
  const written: string[] = [];
  const progress = lineProgress({ write: (text) => written.push(text) });
  const env = { CI: ci, XDG_CACHE_HOME: noDirectory, LOCALAPPDATA: noDirectory };
  expect(await runSetup(folder, "4.22.0", env, { now: 0, byTheWay: true }, progress)).toBe(code);
  expect(written.join("")).toMatch(/^Cannot set up native TensorFlow:\n {2}Installer .*\n {2}Wheel .*\n.*\n$/);
});

const failed = {
  state: "failed",
  answers: [
    { way: "Installer of tfjs-node", answer: "ended with 1: Error: answered 403" },
    { way: "Wheel of tensorflow-cpu", answer: "python3 cannot be started: spawn python3 ENOENT" },
  ],
} as const;

test("setupMessage() names every answer and what follows", () => {
  expect(setupMessage(failed, false)).toMatchInlineSnapshot(`
    "Cannot set up native TensorFlow:
      Installer of tfjs-node: ended with 1: Error: answered 403
      Wheel of tensorflow-cpu: python3 cannot be started: spawn python3 ENOENT
    Expected values will be computed by TensorFlow.js alone; every report will say so."
  `);
  expect(setupMessage(failed, true)).toMatchInlineSnapshot(`
    "Cannot set up native TensorFlow:
      Installer of tfjs-node: ended with 1: Error: answered 403
      Wheel of tensorflow-cpu: python3 cannot be started: spawn python3 ENOENT
    CI is set, so this is an error. To test without native TensorFlow, set GRADECHECK_BACKEND=cpu."
  `);
});

test("setupMessage() says when a setup failed that is put off, and how to try at once", () => {
  const putOff = { state: "put-off", failedAt: new Date("2026-11-21T18:44:12Z") } as const;
  expect(setupMessage(putOff, false)).toMatchInlineSnapshot(
    `"Native TensorFlow is missing: setting it up failed at 2026-11-21 18:44 UTC, and is tried again a day later. To try now, run: npm run setup"`,
  );
});

test("setupMessage() names the native version and where it came from", () => {
  expect(setupMessage({ state: "linked", native: "2.21.0" }, false)).toMatchInlineSnapshot(
    `"Native TensorFlow 2.21.0 is ready, from the cached build"`,
  );
  expect(
    setupMessage({ state: "built", way: "Wheel of tensorflow-cpu", native: "2.21.0" }, false),
  ).toMatchInlineSnapshot(`"Native TensorFlow 2.21.0 is ready (Wheel of tensorflow-cpu)"`);
});
