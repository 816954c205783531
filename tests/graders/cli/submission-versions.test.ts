import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { submissionVersions } from "../../../graders/cli/submission-versions.ts";
import type { SubmissionFiles } from "../../../sandbox/bundle/open-submission.ts";
import { readSubmission } from "../../../sandbox/bundle/read-submission.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";

const textOf = (files: SubmissionFiles): string => ("bytes" in files ? Buffer.from(files.bytes).toString("utf8") : "");

/** Watches a file in which `1` stands. */
const watching = (
  work: (file: string, next: () => Promise<string>) => Promise<void>,
  name = "submission.ts",
): Promise<void> =>
  inTemporaryFolder(async (folder) => {
    const file = join(folder, "mine", name);
    await mkdir(join(folder, "mine"));
    await writeFile(file, "1");
    using versions = submissionVersions(file, await readSubmission(file));
    await work(file, async () => textOf((await versions.next()).files));
  });

test("submissionVersions() tells a version however an editor saves it: in place, emptied first, renamed over, taken away first", () =>
  watching(async (file, next) => {
    const told = [next()];
    await writeFile(file, "2");
    await told[0];
    told.push(next());
    await writeFile(file, "");
    await writeFile(file, "3");
    await told[1];
    told.push(next());
    await writeFile(`${file}~`, "4");
    await rename(`${file}~`, file);
    await told[2];
    told.push(next());
    await rename(file, `${file}.bak`);
    await writeFile(file, "5");
    expect(await Promise.all(told)).toEqual(["2", "3", "4", "5"]);
  }));

test("submissionVersions() tells what was saved before anybody waited, and nothing that is as it was", () =>
  watching(async (file, next) => {
    await writeFile(file, "2");
    expect(await next()).toBe("2");
    await writeFile(file, "2");
    await writeFile(join(file, "..", "other.ts"), "7");
    const waiting = next();
    await writeFile(file, "3");
    expect(await waiting).toBe("3");
  }));

test("submissionVersions() goes on where the folder is replaced", () =>
  watching(async (file, next) => {
    const folder = join(file, "..");
    const waiting = next();
    await rename(folder, `${folder}-before`);
    await mkdir(folder);
    await writeFile(file, "2");
    expect(await waiting).toBe("2");
    await rm(`${folder}-before`, { recursive: true });
    const again = next();
    await writeFile(file, "3");
    expect(await again).toBe("3");
  }));
