import { expect, test } from "vitest";
import { runCommand } from "../../../../reference/tensorflow/setup/run-command.ts";

const node = (script: string, idleMs = 30_000) => runCommand(process.execPath, ["-e", script], { idleMs });

test("runCommand() returns what the command wrote to stdout", async () => {
  expect(await node("console.log('right'); console.error('noise')")).toEqual({ ok: true, stdout: "right\n" });
});

test("runCommand() names the exit code and the line that says most", async () => {
  const script = "console.error('start\\nError: answered 403\\n    at somewhere\\nbye'); process.exit(7)";
  expect(await node(script)).toEqual({ ok: false, reason: "ended with 7: Error: answered 403" });
});

test("runCommand() says that a command is not there", async () => {
  // A search path of its own: in the person's may be folders that only root can read, and then the answer is another.
  const env = { ...process.env, PATH: import.meta.dirname };
  const result = await runCommand("gradecheck-no-such-command", [], { env, idleMs: 1000 });
  expect(result).toEqual({
    ok: false,
    reason: "gradecheck-no-such-command cannot be started: spawn gradecheck-no-such-command ENOENT",
  });
});

test("runCommand() kills a silent command and the processes it started", async () => {
  // The grandchild holds the pipe of the output open: were it left alive, the command would never be over.
  const spawn = "require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], ";
  const result = await node(`${spawn}{ stdio: 'inherit' }); console.log('working')`, 500);
  expect(result).toEqual({ ok: false, reason: "no sign of life for 0.5 s: working" });
});

test("runCommand() takes growth for a sign of life", async () => {
  let size = 0;
  const sizes: number[] = [];
  const result = await runCommand(process.execPath, ["-e", "setTimeout(() => {}, 1500)"], {
    idleMs: 700,
    measure: async () => ++size,
    onProgress: (bytes) => sizes.push(bytes),
  });
  expect(result.ok).toBe(true);
  expect(sizes.slice(0, 3)).toEqual([1, 2, 3]);
});
