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
  const { homedir } = await import("node:os");
  const { isAbsolute, join } = await import("node:path");
  // Half of a short command's time is spent on reading its own code. Nothing of it is imported before this: Node would load what takes
  // the types out of TypeScript, which alone takes as long as a tenth of a check. So this says again where `userDirectory` keeps caches.
  const chosen = process.env[process.platform === "win32" ? "LOCALAPPDATA" : "XDG_CACHE_HOME"] ?? "";
  const folder = isAbsolute(chosen) ? chosen : join(homedir(), ".cache");
  // Where no home is known, a command that needs one says so itself.
  if (isAbsolute(folder)) enableCompileCache(join(folder, "gradecheck", "code"));
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
