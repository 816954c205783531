import { rmSync } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IntakeError } from "./intake-error.ts";

/** A temporary folder that is made when it is first needed, and gone on disposal and when the process exits. */
export class Workspace {
  #root: Promise<string> | undefined;
  #count = 0;
  #onExit: (() => void) | undefined;

  /**
   * A new, empty folder in it.
   * @throws {IntakeError} where the system's temporary folder cannot be written.
   */
  async folder(): Promise<string> {
    this.#root ??= this.#make();
    const path = join(await this.#root, String(++this.#count));
    await mkdir(path, { mode: 0o700 });
    return path;
  }

  async #make(): Promise<string> {
    const root = await mkdtemp(join(tmpdir(), "gradecheck-intake-")).catch((error: NodeJS.ErrnoException) => {
      throw new IntakeError(`Cannot unpack into the temporary folder "${tmpdir()}": ${error.code ?? error.message}`);
    });
    this.#onExit = () => rmSync(root, { recursive: true, force: true });
    process.once("exit", this.#onExit);
    return root;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const root = await this.#root?.catch(() => undefined);
    if (this.#onExit !== undefined) process.off("exit", this.#onExit);
    if (root !== undefined) await rm(root, { recursive: true, force: true });
  }
}
