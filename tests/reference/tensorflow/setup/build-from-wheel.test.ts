import { chmod, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { downloadWheel } from "../../../../reference/tensorflow/setup/build-from-wheel.ts";
import { lineProgress } from "../../../../reference/tensorflow/setup/progress.ts";
import { temporaryFolder } from "../fake-package.ts";

/** Puts a program called python3 first in the search path; its last argument is the folder of the download. */
async function pythonThat(script: string): Promise<void> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, "python3"), `#!/bin/sh\nfor last; do :; done\n${script}\n`);
  await chmod(join(folder, "python3"), 0o755);
  const before = process.env["PATH"];
  onTestFinished(() => {
    process.env["PATH"] = before;
  });
  process.env["PATH"] = [folder, before].join(delimiter);
}

async function download() {
  const said: string[] = [];
  const directory = await temporaryFolder();
  const progress = lineProgress({ write: (text) => said.push(text) });
  const wheel = await downloadWheel(directory, progress).catch(({ message }: Error) => message);
  return { wheel, said: said.join("") };
}

test("downloadWheel() does not speak of a download where nothing arrives", async () => {
  await pythonThat("sleep 0.6; echo 'ERROR: No matching distribution found for tensorflow-cpu' >&2; exit 1");
  expect(await download()).toEqual({
    wheel: "python3 -m pip download: ended with 1: ERROR: No matching distribution found for tensorflow-cpu",
    said: "Asking pip for tensorflow-cpu 2.21.0 ...\n",
  });
});

test("downloadWheel() says how much it downloads as soon as something arrives", async () => {
  await pythonThat('head -c 2000000 /dev/zero > "$last/tensorflow.whl"; sleep 0.6');
  const { wheel, said } = await download();
  expect(wheel).toMatch(/tensorflow\.whl$/);
  expect(said).toBe("Asking pip for tensorflow-cpu 2.21.0 ...\nDownloading tensorflow-cpu 2.21.0 (274 MB) ...\n");
});
