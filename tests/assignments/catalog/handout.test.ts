import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findAssignment } from "../../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../../assignments/catalog/course.ts";
import { readAsked, readHandout } from "../../../assignments/catalog/handout.ts";
import { loadManifest } from "../../../assignments/catalog/load-manifest.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

const ids = await listAssignments();

const fenced = (language: string, ...lines: string[]): string => [`\`\`\`${language}`, ...lines, "```"].join("\n");

const handout = `# Handout
## Notation
$$not = asked$$
## 1. \`one\`
_10 points._ Something.
${fenced("sh", "# no heading", "npm start")}
${fenced("ts", "one(", "  x: number,", "): number")}
$$y = x^2$$
where $y$ is
$$
\\frac{1}{2}
$$
### More about it
$$z = 3$$
${fenced("ts", "other(): void")}
## How it goes on
$$w = 4$$
## \`two\`
Nothing of that kind.
## 3) \`three\`
$$a$$
## About \`four\`
$$b$$
`;

describe("readAsked()", () => {
  it("takes the first declaration and the formulas from the section of each function", () => {
    expect([...readAsked(handout)]).toEqual([
      ["one", { signature: "one(\n  x: number,\n): number", formulas: ["y = x^2", "\\frac{1}{2}", "z = 3"] }],
      ["three", { formulas: ["a"] }],
    ]);
  });

  it("reads lines that end as on Windows", () => {
    expect(readAsked(handout.replaceAll("\n", "\r\n"))).toEqual(readAsked(handout));
  });

  it("keeps whole what there is room for: six formulas, and 1500 characters together", () => {
    const many = (count: number, length: number): string => `$$${"x".repeat(length)}$$\n`.repeat(count);
    const of = (text: string) => readAsked(`## \`f\`\n${text}`).get("f");
    expect(of(many(9, 10))?.formulas).toHaveLength(6);
    expect(of(many(5, 600))?.formulas).toHaveLength(2);
    expect(of(`${fenced("ts", "f".repeat(1000))}\n${many(2, 400)}`)?.formulas).toHaveLength(1);
    expect(of(`${fenced("ts", "f".repeat(1501))}\n${many(2, 400)}`)).toEqual({
      formulas: ["x".repeat(400), "x".repeat(400)],
    });
  });

  it.each(["", "# Only a title", "## 1. `open\n$$", "```\n## 1. `f`\n$$x$$"])("finds nothing in %j", (markdown) => {
    expect(readAsked(markdown).size).toBe(0);
  });

  it.each(ids)("finds the declaration of every function of %s, in every language", async (id) => {
    const directory = await findAssignment(id);
    const { exercises } = await loadManifest(directory);
    for (const language of ["en", "de"]) {
      const { markdown = "" } = (await readHandout(directory, language)) ?? {};
      const asked = readAsked(markdown);
      for (const { id: name } of exercises) expect(asked.get(name)?.signature, name).toMatch(new RegExp(`^${name}\\(`));
    }
  });
});

describe("readHandout()", () => {
  it("takes the language that is wanted, or else the handout that there is", () =>
    inTemporaryFolder(async (folder) => {
      expect(await readHandout(folder, "de")).toBeUndefined();
      await writeFile(join(folder, "README.md"), "English");
      expect(await readHandout(folder, "de")).toEqual({ name: "README.md", markdown: "English", isTranslated: false });
      await writeFile(join(folder, "README.de.md"), "Deutsch");
      expect(await readHandout(folder, "de")).toEqual({
        name: "README.de.md",
        markdown: "Deutsch",
        isTranslated: true,
      });
      expect((await readHandout(folder, "en"))?.markdown).toBe("English");
    }));
});
