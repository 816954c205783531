import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadManifest } from "../../../assignments/catalog/load-manifest.ts";
import { wantsTypes } from "../../../graders/cli/look-for-types.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { writeToyCourse } from "../../fixtures/toy-course.ts";

const [has, hasNone] = [() => true, () => false];
const priced = { id: "toy", typeErrors: { pointsEach: 1 } };

test("wantsTypes() is what was asked for, and always where type errors cost points", () => {
  expect([undefined, false, true].map((asked) => wantsTypes({ id: "toy" }, asked, hasNone))).toEqual([
    false,
    false,
    true,
  ]);
  expect([undefined, false, true].map((asked) => wantsTypes(priced, asked, has))).toEqual([true, true, true]);
});

test("wantsTypes() refuses to have marks depend on whether this computer has a compiler", () => {
  expect(() => wantsTypes(priced, undefined, hasNone)).toThrow(
    /^Cannot grade "toy": type errors cost points there, and TypeScript has no compiler for this computer \(\w+-\w+\)$/,
  );
});

test("a manifest that prices type errors in another way is refused in one line", () =>
  inTemporaryFolder(async (folder) => {
    await writeToyCourse(folder);
    const directory = join(folder, "assignments/toy");
    const file = join(directory, "assignment.json");
    const text = await readFile(file, "utf8");
    const load = async (typeErrors: unknown) => {
      await writeFile(file, text.replace('"limits"', `"typeErrors": ${JSON.stringify(typeErrors)}, "limits"`));
      return loadManifest(directory).then(
        ({ typeErrors: read }) => read,
        (error: Error) => error.message,
      );
    };
    expect(await load({ pointsEach: 0.5, pointsAtMost: 2 })).toEqual({ pointsEach: 0.5, pointsAtMost: 2 });
    expect([
      await load({ pointsEach: 0 }),
      await load({ pointsAtMost: 2 }),
      await load("deduct"),
    ]).toMatchInlineSnapshot(`
      [
        "Cannot load assignment "toy": typeErrors.pointsEach is 0, must be > 0",
        "Cannot load assignment "toy": typeErrors.pointsEach is missing, must be given",
        "Cannot load assignment "toy": typeErrors is "deduct", must be object",
      ]
    `);
  }));
