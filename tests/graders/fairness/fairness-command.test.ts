import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FairnessResult } from "../../../reports/report/fairness.ts";
import { writeToyCourse } from "../../fixtures/toy-course.ts";

import { type CliResult, runCli } from "../run-cli.ts";

let course: string;
beforeAll(async () => {
  course = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
  await writeToyCourse(course);
});
afterAll(() => rm(course, { recursive: true }));

const scaleBy = (factor: string): string =>
  `import * as tf from "@tensorflow/tfjs";\nexport const scale = (x: tf.Tensor2D, factor: number) => tf.mul(x, ${factor});\n`;
const right = scaleBy("factor + factor");
const wrong = scaleBy("factor");
const toy = { assignment: "toy" } as const;
const inScale = { ...toy, function: "scale" } as const;

/** Runs the command on a folder with these files. @param index What its `index.json` holds. */
async function fairness(
  files: Readonly<Record<string, string>>,
  index: object | string,
  ...options: readonly string[]
): Promise<CliResult> {
  const folder = await mkdtemp(join(course, "known-"));
  const text = typeof index === "string" ? index : JSON.stringify(index);
  for (const [path, content] of Object.entries({ ...files, "index.json": text })) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const { code, stdout, stderr } = await runCli(course, "--course", course, "fairness", folder, ...options);
  return { code, stdout, stderr: stderr.replaceAll(folder, "FOLDER") };
}

const linesOf = (text: string): string[] => text.trimEnd().split("\n");

describe("gradecheck fairness", () => {
  it("ends with 0 where right ones get full marks and wrong ones do not", async () => {
    const index = {
      correct: [{ ...toy, file: "right/twice.ts", style: "adds the factor to itself" }],
      wrong: [{ ...inScale, file: "wrong/once.ts", mistake: "without the unit", severity: "gross" }],
    };
    const { code, stdout } = await fairness({ "right/twice.ts": right, "wrong/once.ts": wrong }, index, "--names");
    expect(code).toBe(0);
    const [head, row, , ...caught] = linesOf(stdout);
    expect(head).toBe("assignment  right, full marks  wrong, caught  time each");
    expect(row).toMatch(/^toy +1 of 1 +1 of 1 +\d\.\d\d s$/);
    expect(caught).toEqual([
      "wrong/once.ts",
      "  scale: without the unit",
      "  scale has 0 of 100",
      "    told: The unit is left out.",
      "",
      "2 submissions, and the judge agrees with the index on each",
    ]);
  });

  it("ends with 1 and names each file on which the judge is mistaken, with what it has said", async () => {
    const index = {
      correct: [
        { ...toy, file: "lost.ts", style: "in truth wrong" },
        { ...toy, file: "unreadable.ts" },
      ],
      wrong: [{ ...inScale, file: "full.ts", mistake: "none, in truth" }],
    };
    const files = { "lost.ts": wrong, "unreadable.ts": "export const scale = (", "full.ts": right };
    const { code, stdout } = await fairness(files, index);
    expect(code).toBe(1);
    const [, row, , ...mistaken] = linesOf(stdout);
    expect(row).toMatch(/^toy +0 of 2 +0 of 1 /);
    expect(mistaken).toEqual([
      "lost.ts",
      "  in truth wrong",
      "  right, and scale has 0 of 100",
      "    told: The unit is left out.",
      "",
      "unreadable.ts",
      expect.stringMatching(/^ {2}right, and nothing of it could be graded: .*unreadable\.ts/),
      "",
      "full.ts",
      "  scale: none, in truth",
      "  wrong, and scale has full marks",
      "",
      "3 submissions, and the judge is mistaken on 3",
    ]);
  });

  it("counts no exercise that an entry ignores", async () => {
    const index = { correct: [{ ...toy, file: "lost.ts", ignore: ["scale"] }] };
    expect((await fairness({ "lost.ts": wrong }, index)).code).toBe(0);
  });

  it("prints one object for each assignment with --json", async () => {
    const index = { wrong: [{ ...inScale, file: "once.ts", mistake: "without the unit" }] };
    const { stdout } = await fairness({ "once.ts": wrong }, index, "--json", "--assignment", "toy");
    const result = JSON.parse(stdout) as FairnessResult;
    expect(result).toEqual({
      assignment: "toy",
      timeMs: expect.any(Number),
      files: [
        {
          ...inScale,
          file: "once.ts",
          expected: "wrong",
          about: "without the unit",
          agrees: true,
          lost: [{ id: "scale", score: 0, maxScore: 100, told: ["The unit is left out."] }],
        },
      ],
    });
  });

  it("ends with 2 and one line for each mistake of an index", async () => {
    const cannot = 'gradecheck: Cannot use "FOLDER/index.json": ';
    const lines = async (index: object | string, ...options: readonly string[]): Promise<string[]> => {
      const { code, stdout, stderr } = await fairness({ "once.ts": wrong }, index, ...options);
      expect([code, stdout]).toEqual([2, ""]);
      return linesOf(stderr).map((line) => line.replace(cannot, ""));
    };
    const entry = { ...inScale, file: "once.ts", mistake: "none" };
    expect(await lines({})).toEqual(["it must list at least one submission"]);
    expect(await lines("[")).toEqual(["it must be JSON (line 1, column 2: Unexpected end of JSON input)"]);
    expect(await lines({ wrong: [{ ...toy, file: "once.ts", hint: 1 }] })).toEqual([
      "wrong[0].function is missing, must be given",
      "wrong[0].mistake is missing, must be given",
      "wrong[0].hint is 1, must not be there: no such property",
    ]);
    expect(await lines({ correct: [{ ...toy, file: "twice.ts" }], wrong: [entry, entry] })).toEqual([
      'correct[0].file is "twice.ts", must be a file or folder beside the index',
      'wrong[1].file is "once.ts", must differ from wrong[0].file',
    ]);
    expect(await lines({ wrong: [{ ...entry, assignment: "toys" }] })).toEqual([
      'wrong[0].assignment is "toys", must be one of ["toy"]',
    ]);
    expect(await lines({ wrong: [{ ...entry, function: "scales", ignore: ["shift"] }] })).toEqual([
      'wrong[0].function is "scales", must be one of ["scale"]',
      'wrong[0].ignore[0] is "shift", must be one of ["scale"]',
    ]);
    expect(await lines({ wrong: [entry] }, "--assignment", "sums")).toEqual([
      'gradecheck: Cannot judge "sums": the index has submissions of toy',
    ]);
  });
});
