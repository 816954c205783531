#!/usr/bin/env node
// The command `gradecheck`. Plain JavaScript that any Node can read, so that an old one can say what is wrong.
const [major] = process.versions.node.split(".").map(Number);

if (major < 24) {
  process.stderr.write(
    `gradecheck needs Node 24 or newer, this is ${process.versions.node}: install a newer one; in a clone of the repository, "npm run gradecheck -- …" brings its own\n`,
  );
  process.exitCode = 2;
} else {
  const { enableCompileCache } = await import("node:module");
  const { userDirectory } = await import("../assignments/storage/user-directory.ts");
  // Half of a short command's time is spent on reading its own code.
  try {
    enableCompileCache(`${userDirectory("cache", process.env)}/code`);
  } catch {
    // No home is known: a command that needs one says so itself.
  }
  const { userWorkingDirectory } = await import("./user-working-directory.ts");
  process.chdir(userWorkingDirectory(process.env, process.cwd()));
  const { runCommandLine } = await import("./command-line.ts");
  // Node would end with 1, which says that a check failed.
  process.once("uncaughtException", (error) => {
    process.stderr.write(`gradecheck failed: ${error?.stack ?? error}\n`);
    process.exit(3);
  });
  process.exitCode = await runCommandLine(process.argv.slice(2));
}
