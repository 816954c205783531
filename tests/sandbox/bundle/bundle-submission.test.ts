import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { runInThisContext } from "node:vm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleSubmission } from "../../../sandbox/bundle/bundle-submission.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import { SubmissionError } from "../../../sandbox/bundle/submission-error.ts";
import { computedImport } from "../../../sandbox/bundle/submission-plugin.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;

/** Lays out files in a new folder. @returns Its path. */
async function lay(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const root = join(folder, `case-${count++}`);
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

const options = { assignment: "w2-optimization", sourceBytes: 100_000 };

const bundleAt = async (path: string) => bundleSubmission(await readSubmission(path), options);

/** The refusal of a submission, as a person reads it. */
async function refusal(path: string): Promise<SubmissionError> {
  const error: unknown = await bundleAt(path).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof SubmissionError) return error;
  throw new Error(`not refused: ${String(error)}`);
}

const withoutFolder = (text: string): string => text.replaceAll(folder, "…").replace(/case-\d+/g, "case");

describe("bundleSubmission()", () => {
  it("bundles a folder with its relative imports, in any of their spellings", async () => {
    const root = await lay({
      "submission.ts": `export * from "./lib/add"; export { mul } from "./lib/mul.ts"; export { sub } from "./lib/sub.js"; import "./more";`,
      "lib/add.ts": "export const add = 1;",
      "lib/mul.ts": `import { add } from "./../lib/add"; export const mul = add;`,
      "lib/sub.ts": "export const sub = 2;",
      "more/index.ts": "",
    });
    const { code, name } = await bundleAt(root);
    const module = { exports: {} };
    runInThisContext(code)(module, module.exports, () => ({}));
    expect({ ...module.exports, name }).toMatchObject({ add: 1, mul: 1, sub: 2, name: expect.stringMatching(/^case/) });
  });

  it.each(["@tensorflow/tfjs", "@tensorflow/tfjs-node", "@tensorflow/tfjs-core"])(
    "gives one library for %s",
    async (name) => {
      const root = await lay({
        "submission.ts": `import * as tf from "${name}"; export const f = () => tf.scalar(1);`,
      });
      expect((await bundleAt(root)).code).toContain('require("@tensorflow/tfjs")');
    },
  );

  it("drops imports of types, written with and without type", async () => {
    const root = await lay({
      "submission.ts": `import { Params } from "gradecheck"; import type { UpdateLr } from "gradecheck/w2-optimization"; export const f = (p: Params, u: UpdateLr) => [p, u];`,
    });
    expect((await bundleAt(root)).code).not.toContain("require(");
  });

  it("accepts a byte order mark, CRLF, enums and decorators", async () => {
    const root = await lay({
      "submission.ts":
        "\uFEFFexport enum E { A }\r\nconst d = (c: any, _: any) => c;\r\n@d class C {}\r\nexport { C };\r\n",
    });
    await expect(bundleAt(root)).resolves.toHaveProperty("code");
  });

  it.each([
    ["fs", 'Cannot import "fs"'],
    ["node:fs", 'Cannot import "node:fs"'],
    ["/etc/passwd", 'Cannot import "/etc/passwd"'],
    ["file:///etc/passwd", 'Cannot import "file:///etc/passwd"'],
    ["data:text/javascript,export default 1", 'Cannot import "data:'],
    ["https://example.invalid/x.js", 'Cannot import "https:'],
    ["esbuild", 'Cannot import "esbuild"'],
    ["gradecheck/w1-initialization", 'Cannot import "gradecheck/w1-initialization"'],
    ["../case-0/submission.ts", "it lies outside the submission"],
    ["./missing", "the submission has no .ts or .js file of that name"],
    ["./package", "the submission has no .ts or .js file of that name"],
    ["./package.json", "data cannot be imported; write it into a .ts file and export it"],
    ["./weights.CSV", "data cannot be imported; write it into a .ts file and export it"],
    ["./missing.v2", "the submission has no .ts or .js file of that name"],
    ["./other.cjs", "the submission has no .ts or .js file of that name"],
  ])("refuses to import %s, at its line", async (path, message) => {
    const root = await lay({
      "submission.ts": `export const a = 1;\nimport x from ${JSON.stringify(path)};\nexport { x };`,
      "package.json": "{}",
      "other.cjs": "exports.x = 1;",
    });
    expect(await refusal(root)).toMatchObject({
      message: expect.stringContaining(message),
      file: "submission.ts",
      line: 2,
      unreadable: false,
    });
  });

  it("refuses a dynamic import and a require of what it may not import", async () => {
    for (const use of ['import("fs")', 'require("fs")']) {
      expect((await refusal(await lay({ "submission.ts": `export const f = () => ${use};` }))).message).toMatch(
        /Cannot import "fs"/,
      );
    }
  });

  it("refuses a single file that imports a neighbour: it may be another student's", async () => {
    const root = await lay({ "a.ts": `export * from "./b";`, "b.ts": "export const answer = 42;" });
    expect((await refusal(join(root, "a.ts"))).message).toMatchInlineSnapshot(
      `"a.ts:1: "b.ts" is not part of the submission, which is the single file a.ts; hand in a folder. A submission may import @tensorflow/tfjs, gradecheck, and its own .ts files"`,
    );
  });

  it("makes an async function of a submission that waits at its top level, and of no other", async () => {
    const codeOf = async (source: string): Promise<string> =>
      (await bundleAt(await lay({ "submission.ts": source }))).code;
    expect(await codeOf("export const a = 1;\nawait null;")).toMatch(/^\(async function /);
    expect(await codeOf("export const a = async () => await null;")).toMatch(/^\(function /);
  });

  it("tells what else is wrong with a submission that waits at its top level", async () => {
    const source = 'await null;\nimport x from "./missing";\nexport const f = x;';
    expect(await refusal(await lay({ "submission.ts": source }))).toMatchObject({
      message: expect.stringContaining("the submission has no .ts or .js file of that name"),
      line: 2,
    });
  });

  it("refuses symbolic links that lead out of the submission, by name", async () => {
    const root = await lay({ "submission.ts": `export * from "./link";` });
    const outside = await lay({ "secret.ts": "export const secret = 1;" });
    await symlink(join(outside, "secret.ts"), join(root, "link.ts"));
    const error = await refusal(root);
    expect(error.message).toMatchInlineSnapshot(
      `"submission.ts:1: Cannot read submission "link.ts": its symbolic link leads out of the submission. A submission may import @tensorflow/tfjs, gradecheck, and its own .ts files"`,
    );
    const entry = await lay({ "notes.txt": "" });
    await symlink(join(outside, "secret.ts"), join(entry, "submission.ts"));
    expect(await refusal(entry)).toMatchObject({ unreadable: true });
  });

  it("reads and quotes nothing that a source map comment points to", async () => {
    const root = await lay({ "submission.ts": "export const f = 1;\n//# sourceMappingURL=/etc/passwd" });
    const { code, places } = await bundleAt(root);
    expect(code + places.files.join()).not.toMatch(/root|passwd/);
  });

  it.each(["//# sourceMappingURL=file://", "/*# sourceMappingURL=file://", "//@ sourceMappingURL=file://"])(
    "neither reads nor quotes a file that %s leads to",
    async (comment) => {
      const secret = join(await lay({ "secret.txt": "hunter2 is the word" }), "secret.txt");
      const root = await lay({ "submission.ts": `export const f = 1;\n${comment}${secret} */` });
      const { code, places } = await bundleAt(root);
      expect(code + places.files.join()).not.toMatch(/hunter2|secret/);
    },
  );

  it.each([
    ["import()", `import(\`NAME/\${x}.json\`)`],
    ["require()", `require(\`NAME/\${x}\`)`],
    ["a sum", "import('NAME/' + x + '.json')"],
    ["attributes", `import(\`NAME/\${x}.json\`, { with: { type: 'text' } })`],
  ])("looks at no file of the disk for a name that is put together, by %s", async (_, use) => {
    const secrets = await lay({ "secret.json": '{"word":"hunter2"}' });
    const source = (where: string): string =>
      `export const f = (x: string): any => ${use.replace("NAME", `./${"../".repeat(12)}.${where}`)};`;
    const there = await refusal(await lay({ "submission.ts": source(secrets) }));
    const nowhere = await refusal(await lay({ "submission.ts": source("/not/there") }));
    // The same answer, so that nobody learns what there is.
    expect([there.message, nowhere.message]).toEqual(Array(2).fill(`submission.ts:1: ${computedImport}`));
  });

  it("refuses a submission that is itself a link: to what another student has handed in", async () => {
    const root = await lay({ "ada.ts": "export const f = 1;", "lin/submission.ts": "export const f = 1;" });
    await symlink("ada.ts", join(root, "eve.ts"));
    await symlink("lin", join(root, "eve"));
    for (const path of ["eve.ts", "eve", "eve/"]) {
      expect(await refusal(`${root}/${path}`)).toMatchObject({
        message: expect.stringMatching(/^Cannot read submission "eve(\.ts)?": it is a symbolic link/),
        unreadable: true,
      });
    }
  });

  it("refuses what the compiler multiplies", async () => {
    const text = `const enum E { a = "${"x".repeat(9000)}" }\nexport const all = [${"E.a,".repeat(2500)}];`;
    expect((await refusal(await lay({ "submission.ts": text }))).message).toBe(
      "Cannot compile the submission: the compiled code is larger than 16 MB",
    );
  });

  it("says where a syntax error is", async () => {
    const root = await lay({ "submission.ts": "export const a = 1;\nexport function f( {\n" });
    expect(await refusal(root)).toMatchObject({
      message: expect.stringMatching(/^submission\.ts:\d: /),
      line: expect.any(Number),
    });
  });

  it("knows a notebook when it sees one", async () => {
    const root = await lay({ "submission.ts": JSON.stringify({ cells: [], nbformat: 4 }) });
    expect((await refusal(root)).message).toContain("this is a notebook");
  });

  it.each([
    ["nothing", () => Promise.resolve(join(folder, "nothing.ts"))],
    ["a folder without submission.ts", () => lay({ "other.ts": "" })],
    ["a file of another kind", async () => join(await lay({ "answer.py": "pass" }), "answer.py")],
    ["a binary file", async () => join(await lay({ "a.ts": new Uint8Array([0, 1, 2, 255]) }), "a.ts")],
    ["a file that is not UTF-8", async () => join(await lay({ "a.ts": new Uint8Array([0x61, 0xff, 0xfe]) }), "a.ts")],
    ["a file that is too large", async () => join(await lay({ "a.ts": "//".repeat(60_000) }), "a.ts")],
  ])("says in one line that %s cannot be read", async (what, path) => {
    const error = await refusal(await path());
    expect(error.unreadable).toBe(true);
    expect(error.message).not.toContain("\n");
    expect({ [what]: withoutFolder(error.message) }).toMatchSnapshot();
  });

  it("does not wait for a FIFO", async () => {
    const root = await lay({ "notes.txt": "" });
    execFileSync("mkfifo", [join(root, "submission.ts")]);
    expect(await refusal(root)).toMatchObject({ unreadable: true });
  });

  it("identifies a submission by its bytes, wherever it lies", async () => {
    const [a, b, c] = await Promise.all([1, 1, 2].map((n) => lay({ "submission.ts": `export const n = ${n};` })));
    const [first, same, other] = await Promise.all([a, b, c].map((path) => bundleAt(path as string)));
    expect(first?.sha256).toBe(same?.sha256);
    expect(first?.sha256).not.toBe(other?.sha256);
  });
});
