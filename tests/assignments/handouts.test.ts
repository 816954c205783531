import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { listAssignments } from "../../assignments/catalog/course.ts";

test.each(await listAssignments())("the handout of %s names commands that work from a checkout", async (id) => {
  const text = await readFile(new URL(`../../assignments/${id}/README.md`, import.meta.url), "utf8");
  const commands = text.match(/^\s*(npm|npx|node|gradecheck) .*$/gm) ?? [];
  expect(commands.map((command) => command.trim())).toEqual([`npm run gradecheck -- check ${id} submission.ts`]);
  // The package is not published: npx would ask a registry for it.
  expect(text).not.toContain("npx");
  expect(text).toContain("with `--show-inputs` what it was called with");
});
