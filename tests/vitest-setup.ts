import { makeOwnFolders } from "./fixtures/own-folders.ts";

/**
 * Runs once around all tests: gives them, and every process they start, folders of their own and no database of the person's, and fails the run where the
 * person's were touched nevertheless.
 */
export function setup(): () => void {
  const own = makeOwnFolders(process.env);
  delete process.env["DATABASE_URL"];
  Object.assign(process.env, own.environment); // Before vitest starts its workers, which inherit it.
  return () => {
    own.remove();
    const touched = own.touched();
    if (touched.length === 0) return;
    process.stderr.write(
      `The tests have touched files of yours, and must not:\n${touched.map((path) => `  ${path}\n`).join("")}`,
    );
    process.exitCode = 1;
  };
}
