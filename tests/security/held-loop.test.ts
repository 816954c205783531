import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { inTemporaryFolder } from "../fixtures/in-temporary-folder.ts";
import { attackText, loadAttacks } from "./attack.ts";
import { type GradedBatch, gradePaths } from "./grade-attacks.ts";
import { inEachFunction, warmCaches } from "./warm-caches.ts";

const honestFile = fileURLToPath(new URL("../attacks/honest-functions.ts", import.meta.url));
/** Milliseconds of computing, see `attacks.test.ts`. */
const lagLimitMs = 100;

/** What is too long for a file of the corpus, and holds up whoever reads all of it for every case. */
const largeAttacks: Readonly<Record<string, string>> = {
  "source-map-of-half-a-million-pieces": `var x = 1;${"x;".repeat(490_000)}\n${inEachFunction("x; throw new Error('here');")}`,
  "exceptions-at-the-end-of-a-long-source": `${Array.from({ length: 9000 }, (_, i) => `const c${i} = (a: number) => { if (a > ${i}) throw new Error("c"); return a * ${i} + 1; };\n`).join("")}${inEachFunction("return c0(1);")}`,
  "comment-of-eight-megabytes": `// ${"x".repeat(8_000_000)}\n${inEachFunction("return 1;")}`,
  "comment-of-nearly-a-megabyte": `/* ${"x */ /* ".repeat(110_000)} */\n${inEachFunction("throw 1;")}`,
  "names-of-a-kilobyte": `${Array.from({ length: 400 }, (_, i) => `export const ${"n".repeat(1000)}${i} = 1;\n`).join("")}${inEachFunction("return 1;")}`,
};

type Mixed = { readonly alone: GradedBatch; readonly mixed: GradedBatch; readonly honest: readonly number[] };

/** Grades four honest submissions alone, and then with hostile ones between them. */
async function gradeMixed(hostile: Readonly<Record<string, string>>): Promise<Mixed> {
  const honestText = await readFile(honestFile, "utf8");
  return inTemporaryFolder(async (folder) => {
    const write = async (name: string, text: string): Promise<string> => {
      const path = join(folder, `${name}.ts`);
      await writeFile(path, text);
      return path;
    };
    const honest = await Promise.all([1, 2, 3, 4].map((i) => write(`honest-${i}`, `${honestText}// ${i}\n`)));
    const others = await Promise.all(Object.entries(hostile).map(([name, text]) => write(name, text)));
    const alone = await gradePaths(folder, honest, {});
    const paths = others.flatMap((path, i) => [path, ...honest.slice(i, i + 1)]);
    const mixed = await gradePaths(folder, paths, {});
    return { alone, mixed, honest: honest.map((path) => paths.indexOf(path)) };
  });
}

const corpus = (await loadAttacks()).filter(({ id }) =>
  [
    "malformed/list-that-shows-two-shapes",
    "malformed/lists-that-show-two-lengths",
    "eats-memory/keys-without-number-in-every-function",
    "eats-memory/long-exception-in-every-case",
  ].includes(id),
);

beforeAll(warmCaches);

describe.each([
  ["long sources", async () => largeAttacks],
  [
    "small attacks of the corpus",
    async () =>
      Object.fromEntries(
        await Promise.all(
          corpus.map(async (attack) => [attack.id.replace("/", "--"), await attackText(attack)] as const),
        ),
      ),
  ],
])("gradecheck grade of four honest submissions beside hostile ones: %s", (_, hostile) => {
  let result: Mixed;
  beforeAll(async () => {
    result = await gradeMixed(await hostile());
  }, 600_000);

  it("gives the honest ones the same bytes as alone, and full marks", () => {
    const { alone, mixed, honest } = result;
    expect(honest.map((at) => mixed.graded[at]?.json)).toEqual(alone.graded.map(({ json }) => json));
    expect(alone.graded.map(({ report }) => report.score)).toEqual(alone.graded.map(({ report }) => report.maxScore));
  });

  it("gives no hostile one a point, and ends with 0", () => {
    const { mixed, honest } = result;
    const others = mixed.graded.filter((_, i) => !honest.includes(i));
    expect(others.length).toBeGreaterThanOrEqual(4);
    // Half of the attacks leave other functions right; none is right in all.
    for (const { report } of others) expect(report.score).toBeLessThan(report.maxScore);
    expect(mixed.run.code).toBe(0);
    expect(mixed.run.left).toEqual([]);
  });

  it("never holds the event loop of the grading process for more than 100 ms", { timeout: 600_000 }, async () => {
    const { lag } = result.mixed.run;
    // As in `attacks.test.ts`: what a submission does it does each time.
    const { cpuMs, wallMs } = lag.cpuMs < lagLimitMs ? lag : (await gradeMixed(await hostile())).mixed.run.lag;
    process.stdout.write(`held for ${cpuMs.toFixed(0)} ms of computing, ${wallMs.toFixed(0)} ms by the clock\n`);
    expect(cpuMs).toBeLessThan(lagLimitMs);
  });
});
