import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { bindingPath } from "../../../reference/tensorflow/tfjs-package.ts";

/** An empty folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "gradecheck-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Lays a small file where a native binding would be, and a library beside it. */
export async function layBuild(root: string, content: string): Promise<void> {
  await mkdir(dirname(bindingPath(root)), { recursive: true });
  await mkdir(join(root, "deps", "lib"), { recursive: true });
  await writeFile(bindingPath(root), content);
  await writeFile(join(root, "deps", "lib", "library"), content);
}

/** What {@link layBuild} laid there. */
export const readBuild = (root: string): Promise<string> => readFile(bindingPath(root), "utf8");
