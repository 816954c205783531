#!/usr/bin/env node
// The command `gradecheck`. Plain JavaScript that any Node can read, so that an old one can say what is wrong.
const [major] = process.versions.node.split(".").map(Number);

if (major < 24) {
  process.stderr.write(
    `gradecheck needs Node 24 or newer, this is ${process.versions.node}: run it as "npm run gradecheck -- …" in its folder, which brings its own\n`,
  );
  process.exitCode = 2;
} else {
  const { existsSync } = await import("node:fs");
  const { enableCompileCache } = await import("node:module");
  // TypeScript in a checkout, compiled JavaScript in the installed package.
  const source = existsSync(new URL("./cli.ts", import.meta.url));
  const load = (path) => import(new URL(source ? `../${path}.ts` : `../dist/${path}.js`, import.meta.url).href);
  const { userDirectory } = await load("assignments/user-directory");
  // Half of a short command's time is spent on reading its own code.
  enableCompileCache(`${userDirectory("cache", process.env)}/code`);
  const { runCommandLine } = await load("graders/cli");
  process.exitCode = await runCommandLine(process.argv.slice(2));
}
