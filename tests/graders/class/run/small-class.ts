import { cp, mkdir, realpath, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect } from "vitest";
import { openTemporaryFolder, type TemporaryFolder } from "../../../../assignments/storage/temporary-folder.ts";
import { inTemporaryFolder } from "../../../fixtures/in-temporary-folder.ts";
import type { CliResult } from "../../run-cli.ts";
import { runHere } from "../../run-in-process.ts";

/** Submissions of the exercise that is graded soonest. They get 10 points; 2; none, for it does not compile. */
export const right = "export const updateLr = (a: number, n: number, d: number): number => a / (1 + d * n);";
export const wrong = "export const updateLr = (a: number): number => a;";
export const broken = "export const updateLr = (";
/** Fills its memory in one case alone, that of epoch 2: what hits a limit soonest, and takes its time all the same. No points. */
export const greedy = `export const updateLr = (_: number, n: number): number => {
  const held: number[][] = [];
  while (n === 2) held.push(new Array(1e6).fill(n));
  throw new Error("not right either");
};`;
export const oneExercise = ["--exercise", "updateLr"];

/** Text by path; submissions lie in `handed-in`. */
type Files = Readonly<Record<string, string>>;

/** A class in a folder. */
export type SmallClass = {
  readonly folder: string;
  /** `gradecheck batch` of what is handed in, into the folder `out`. */
  readonly batch: (...more: readonly string[]) => Promise<CliResult>;
};

/** A class that was graded. */
export type GradedClass = SmallClass & { readonly first: CliResult };

/** Arguments of that batch. */
export const batchArguments = [
  ...["batch", "w2-optimization", "handed-in", "--out", "out"],
  ...["--workers", "1", "--progress", "none"],
];

/** Makes a class for one use. */
export function withClass(files: Files, use: (made: SmallClass) => Promise<void>): Promise<void> {
  return inTemporaryFolder(async (folder) => {
    await write(folder, files);
    await use({ folder, batch: (...more) => runHere(folder, ...batchArguments, ...more) });
  });
}

/**
 * Grades one exercise of a class, once for all tests of a file or `describe()`: each of them finds the folder as it was then, at
 * the same place, whatever those before it have done.
 * @param flags Of that batch.
 */
export function gradedClass(files: Files, ...flags: readonly string[]): GradedClass {
  let temporary: TemporaryFolder;
  let first: CliResult;
  let [folder, asGraded] = ["", ""];
  const batch: SmallClass["batch"] = (...more) => runHere(folder, ...batchArguments, ...more);
  beforeAll(async () => {
    temporary = openTemporaryFolder("test");
    const path = await realpath(temporary.path);
    [folder, asGraded] = [join(path, "class"), join(path, "as-graded")];
    await write(folder, files);
    first = await batch(...oneExercise, ...flags);
    expect(first).toMatchObject({ code: 0 });
    await rename(folder, asGraded);
  });
  beforeEach(async () => {
    await rm(folder, { recursive: true, force: true });
    await cp(asGraded, folder, { recursive: true, preserveTimestamps: true });
  });
  afterAll(() => temporary[Symbol.asyncDispose]());
  return {
    get folder() {
      return folder;
    },
    get first() {
      return first;
    },
    batch,
  };
}

async function write(folder: string, files: Files): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}
