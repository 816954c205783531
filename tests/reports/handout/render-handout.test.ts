import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { renderHandout } from "../../../reports/handout/render-handout.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const handout = (markdown: string): string => renderHandout({ title: "A <b>", eyebrow: "Week 1", markdown });

test("renderHandout() writes formulas as MathML, in lines and on their own", () => {
  const page = handout("Shape $[n_l, 1]$.\n\n$$\n\\theta := \\theta - \\alpha\\, d\\theta\n$$\n");
  expect(page.match(/<math /g)).toHaveLength(2);
  expect(page).toContain('display="block"');
  expect(page).not.toContain("$");
});

test("renderHandout() writes formulas that go over several lines", () => {
  const page = handout("Then\n\n$$a = b\n+ c$$\n\nand\n$$d =\ne$$\nand\n\n```sh\necho $$\necho $$\n```\n");
  expect(page.match(/<math /g)).toHaveLength(2);
  expect(page.match(/<math [^>]*display="block"/g)).toHaveLength(2);
  expect(page).toContain("echo $$\necho $$");
});

test.each(globSync("assignments/*/README*.md", { cwd: root }))(
  "renderHandout() leaves no formula of %s as it was typed",
  (file) => {
    expect(
      handout(readFileSync(join(root, file), "utf8")).replaceAll(/<annotation.*?<\/annotation>/gs, ""),
    ).not.toMatch(/\$|\\[a-z]/);
  },
);

test("renderHandout() refuses a formula that is none, and says which", () => {
  expect(() => handout("$\\frac{1$")).toThrow(/KaTeX parse error/);
});

test("renderHandout() names headings as links in the text do", () => {
  const page = handout("[go](#1-updateparameterswithgd)\n\n### 1. `updateParametersWithGd`\n\nText.");
  expect(page).toContain('<h3 id="1-updateparameterswithgd"><code>'.replace("<code>", "1. <code>"));
  expect(page).toContain('href="#1-updateparameterswithgd"');
});

test("renderHandout() makes one page that loads nothing from elsewhere", () => {
  const page = handout("![a](data:image/png;base64,AA==)");
  expect(page).toContain("default-src 'none'");
  expect(page).toContain("<title>A &lt;b&gt;</title>");
  expect(page).not.toMatch(/<script|<link|src="http/);
});
