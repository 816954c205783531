import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { listAssignments } from "../../assignments/catalog/course.ts";
import { kitPackage } from "../../graders/release/kit-package.ts";

test.each(await listAssignments())("the handout of %s names commands that work in its kit", async (id) => {
  const text = await readFile(new URL(`../../assignments/${id}/README.md`, import.meta.url), "utf8");
  const { exercises } = JSON.parse(
    await readFile(new URL(`../../assignments/${id}/assignment.json`, import.meta.url), "utf8"),
  );
  const commands = text.match(/^\s*(npm|npx|node|gradecheck) .*$/gm) ?? [];
  expect(commands.map((command) => command.trim())).toEqual([
    "npm run check",
    `npm run check -- --exercise ${exercises[0].id} --html feedback.html`,
  ]);
  const kit = kitPackage({
    assignment: id,
    version: "1.0.0",
    course: "gradecheck",
    tarball: "gradecheck.tgz",
    language: "en",
    firstExercise: "f",
  });
  expect(Object.keys(JSON.parse(kit["package.json"] ?? "").scripts)).toEqual(["check", "pack", "test"]);
  expect(text).toContain("`npm run pack`");
  // The package is not published: npx would ask a registry for it.
  expect(text).not.toContain("npx");
  expect(text).toContain("with `--show-inputs` what it was called with");
});
