#!/usr/bin/env node
// The command `gradecheck`. Plain JavaScript that any Node can read, so that an old one can say what is wrong.
const [major] = process.versions.node.split(".").map(Number);

if (major < 24) {
  process.stderr.write(
    `gradecheck needs Node 24 or newer, this is ${process.versions.node}: run it as "npm run gradecheck -- …" in its folder, or install Node 26\n`,
  );
  process.exitCode = 2;
} else {
  const { existsSync } = await import("node:fs");
  // TypeScript in a checkout, compiled JavaScript in the installed package.
  const source = new URL("./cli.ts", import.meta.url);
  const entry = existsSync(source) ? source : new URL("../dist/graders/cli.js", import.meta.url);
  const { runCommandLine } = await import(entry.href);
  process.exitCode = await runCommandLine(process.argv.slice(2));
}
