import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BatchError } from "../../../graders/class/batch-error.ts";
import { lockName, lockOutput, requireUnlockedOutput } from "../../../graders/class/output-lock.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

test("an output folder whose lock cannot be read is refused, with what to do", () =>
  inTemporaryFolder(async (folder) => {
    await mkdir(join(folder, lockName));
    const why = `cannot read ${lockName} in it (it is no file); remove it if nobody writes there, or give another folder`;
    const refusal = new BatchError(`Cannot write to "${folder}": ${why}`);
    await expect(requireUnlockedOutput(folder)).rejects.toThrow(refusal);
    await expect(lockOutput(folder)).rejects.toThrow(refusal);
    expect(await readdir(folder)).toEqual([lockName]);
  }));
