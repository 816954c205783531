import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const script = fileURLToPath(new URL("../../graders/with-pinned-node.js", import.meta.url));
const run = (...args: readonly string[]) => {
  // Nothing but what the script itself finds: no shell, no command of a package.
  const { status, stdout } = spawnSync(process.execPath, [script, ...args], {
    env: { HOME: process.env["HOME"], PATH: "" },
    encoding: "utf8",
  });
  return { status, stdout: stdout.trim() };
};

test("with-pinned-node.js hands arguments on as they are, and asks no shell", async () => {
  const hostile = ["a b", "&", "%PATH%", '"', "$HOME", "", "*"];
  expect(run("node", "-p", "JSON.stringify(process.argv.slice(1))", "--", ...hostile)).toEqual({
    status: 0,
    stdout: JSON.stringify(hostile),
  });
  expect(await readFile(script, "utf8")).not.toMatch(/shell:/);
});

test.each(["tsx", "vitest", "biome", "tsc"])("with-pinned-node.js runs %s by its JavaScript", (command) => {
  expect(run(command, "--version")).toEqual({ status: 0, stdout: expect.stringMatching(/\d+\.\d+\.\d+/) });
});
