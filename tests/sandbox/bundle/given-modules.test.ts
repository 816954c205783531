import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { describe, expect, it } from "vitest";
import { exampleSubmissions } from "../../../graders/grade-examples.ts";
import { bundleSubmission } from "../../../sandbox/bundle/bundle-submission.ts";
import { importsOnlyGiven } from "../../../sandbox/bundle/given-modules.ts";
import type { SubmissionError } from "../../../sandbox/bundle/submission-error.ts";

const assignment = "w2-optimization";

describe("importsOnlyGiven()", () => {
  it.each([
    'import * as tf from "@tensorflow/tfjs";\nexport const f = () => tf.scalar(1);',
    "import type { Params } from 'gradecheck'\r\nimport { type Adam,\n  b$ } from 'gradecheck/w2-optimization'\r\nexport type P = Params;",
    "export async function f() {}\nexport default class A {}\nexport interface B {}\nconst a = 1;\nexport { a, a as b };",
    "// imports of this file: none. What it exports is required.\nexport const from = Array.from([1]);",
  ])("sees that nothing else is imported: %j", (text) => {
    expect(importsOnlyGiven(text, assignment)).toBe(true);
  });

  it.each([
    'import * as tf from "@tensorflow/tfjs-node";',
    'import { a } from "gradecheck/w1-initialization";',
    'import a from "./a";',
    'import "./a";',
    'import/**/"./a";',
    'export * from "./a";',
    'export { a } from "./a";',
    'export { a }\nfrom "./a";',
    'export type { A } from "./a";',
    'export/**/{ a } from "./a";',
    'export * as a\nfrom "./a";',
    `const f = (x) => import(\`./\${x}.json\`);`,
    'const a = require("./a");',
    'const a = requ\\u0069re("./a");',
    'import a = require("./a");',
    'let a: import("./a").A;',
    'import * as tf from "@tensorflow/tfjs"; import a from "./a";',
    'import a from "./a"; import * as tf from "@tensorflow/tfjs";',
    'import {\n} from "./a\n" from "gradecheck";',
    'import "./a"\nimport a from "gradecheck";',
    `import \${require("./a")} from "gradecheck";`,
  ])("leaves to the plugin what names another module, or might: %j", (text) => {
    expect(importsOnlyGiven(`${text}\n`, assignment)).toBe(false);
  });

  it("reads what is hostile in no time", () => {
    const start = performance.now();
    for (const text of ["import a\n", "import ", "export {a\n", "export "]) {
      importsOnlyGiven(text.repeat(99_000 / text.length), assignment);
    }
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe("bundleSubmission() of what imports only what it is given", () => {
  /** What comes of a text: a bundle, or a refusal. The comment at its end may keep it from being recognised. */
  async function outcome(
    name: string,
    text: string,
    comment: string,
  ): Promise<{ readonly message?: string; readonly [fact: string]: unknown }> {
    const bytes = Buffer.from(`${text}\n// ${comment}`);
    const given = bundleSubmission({ name, bytes }, { assignment, sourceBytes: 1_000_000 });
    const found = await given.catch((error: SubmissionError) => ({ ...error, message: error.message }));
    const code = "code" in found ? found.code.replace(`\n// submission:${name}\n`, `\n// ${name}\n`) : undefined;
    return { ...found, code, sha256: undefined };
  }

  it("makes the same code with and without the plugin, or the same refusal", async () => {
    let compared = 0;
    for (const path of await exampleSubmissions()) {
      const text = path.endsWith(".ts") ? await readFile(path, "utf8") : "import";
      if (!importsOnlyGiven(text, assignment)) continue;
      const [quick, full] = await Promise.all(["nothing", "import"].map((word) => outcome(basename(path), text, word)));
      expect(quick, path).toEqual(full);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(20);
  });

  it.each([
    ["an error of syntax", "export const a = 1;\nexport function f( {;\n"],
    ["a constant that is assigned", "const a = 1;\nexport const f = () => (a = 2);"],
    ["a name that is exported twice", "export const a = 1;\nexport const b = 1;\nexport { b as a };"],
  ])("says the same of %s", async (_, text) => {
    const [quick, full] = await Promise.all(["nothing", "import"].map((word) => outcome("a.ts", text, word)));
    expect(quick?.message).toMatch(/^a\.ts:\d: /);
    expect(quick).toEqual(full);
  });
});
