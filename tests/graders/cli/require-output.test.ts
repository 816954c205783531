import { chmod, copyFile, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { runCliHeedingModes } from "../run-cli.ts";

const example = fileURLToPath(
  new URL("../../../assignments/w1-initialization/examples/s01-perfect.ts", import.meta.url),
);

test.runIf(process.platform === "linux")("a page that cannot be written is refused before anything is run", () =>
  inTemporaryFolder(async (folder) => {
    await copyFile(example, join(folder, "mine.ts"));
    await mkdir(join(folder, "closed"));
    await chmod(join(folder, "closed"), 0o555);
    const check = ["check", "w1-initialization", "mine.ts", "--html", join("closed", "page.html")];
    expect(await runCliHeedingModes(folder, ...check)).toEqual({
      code: 2,
      stdout: "",
      stderr: `gradecheck: Cannot write "${join("closed", "page.html")}": you have no permission to write there (EACCES); give a file in a folder that you can write to\n`,
    });
    expect(await readdir(join(folder, "closed"))).toEqual([]);
  }),
);
