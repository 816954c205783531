import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { printable } from "../../../reports/phrasing/text/printable.ts";
import type { ClassResult } from "../../../reports/report/class-result.ts";
import type { GradedWork } from "../../session/graded-work.ts";
import type { ResultStore } from "../../session/ports.ts";
import { BatchError } from "../batch-error.ts";
import { classFile, manifestFile } from "../run/batch-folder.ts";
import type { GradingSnapshot } from "./compare-gradings.ts";

/**
 * A class as a batch left it.
 * @param folder Output folder of the batch.
 * @param journal Holds the results.
 * @throws {BatchError} where the batch has not finished, or its files cannot be read.
 */
export async function readSnapshot(folder: string, store: Pick<ResultStore, "get">): Promise<GradingSnapshot> {
  const { students } = await readJson<ClassResult>(join(folder, classFile), folder);
  const work = await readJson<GradedWork>(join(folder, manifestFile), folder);
  const keys = new Map(students.map(({ student, result }) => [student, result]));
  return {
    work,
    students,
    reportOf: async (student) => {
      const key = keys.get(student);
      return key === undefined ? undefined : store.get(key);
    },
  };
}

async function readJson<Content>(file: string, folder: string): Promise<Content> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Content;
  } catch (cause) {
    const why = (cause as NodeJS.ErrnoException).code === "ENOENT" ? "it is not there" : "it cannot be read";
    const advice = `run gradecheck batch with --out ${folder} to its end first`;
    throw new BatchError(printable(`Cannot compare with "${file}": ${why}; ${advice}`), { cause });
  }
}
