import { existsSync } from "node:fs";
import { chmod, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Zippable, zipSync } from "fflate";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { writeWhole } from "../../../assignments/storage/write-whole.ts";
import { lockPackages } from "../../release/lock-packages.ts";
import { executables, makeAutograder, runtimePackages } from "../../release/make-autograder.ts";
import { packSelf } from "../../release/own-tarball.ts";
import type { KitContent } from "../../release/release-kit.ts";
import { type DefineCommand, describeArguments } from "../command-options.ts";
import { hiddenCasesSecret } from "../hidden-cases-secret.ts";
import { exitCode, tell, UsageError } from "../output.ts";
import { requireOutputFile } from "../require-output.ts";

/** `gradecheck export` */
export const define: DefineCommand = (command, { finish }) => {
  describeArguments(command, {
    what: "what a learning platform runs itself; gradescope-autograder is a .zip to upload there",
    assignment: "for example w2-optimization",
  });
  command.registeredArguments[0]?.choices(["gradescope-autograder"]);
  command
    .requiredOption("--out <path>", "a file that ends in .zip, or else a folder")
    .action(async (_, id, { out }) => {
      if (existsSync(out)) throw new UsageError(`Cannot export to "${out}": it exists; remove it or use another --out`);
      const isZip = out.endsWith(".zip");
      if (isZip) await requireOutputFile(out);
      // What can be wrong is said before npm is asked for anything.
      await openAssignment(id);
      const gradecheck = await packSelf();
      const lock = await lockPackages(gradecheck, runtimePackages);
      const content = await makeAutograder(id, { gradecheck, lock, secret: await hiddenCasesSecret() });
      if (isZip) await writeWhole(out, [zipOf(content)], { mode: 0o600 });
      else await writeFolder(out, content);
      tell(`Upload ${out} to Gradescope, and give it to nobody: the secret and the answers are in it`);
      finish(exitCode.done);
    });
};

async function writeFolder(folder: string, content: KitContent): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [path, file] of Object.entries(content)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeWhole(join(folder, path), [file]);
    if (executables.includes(path)) await chmod(join(folder, path), 0o700);
  }
}

/** The scripts keep their right to be run, which an archive made on Linux has in the upper half of its attributes. */
function zipOf(content: KitContent): Uint8Array {
  const linux = 3;
  const files: Zippable = {};
  for (const [path, file] of Object.entries(content)) {
    const mode = executables.includes(path) ? 0o755 : 0o644;
    files[path] = [Buffer.from(file), { os: linux, attrs: mode * 2 ** 16 }];
  }
  return zipSync(files, { mtime: new Date(1980, 0, 1) });
}
