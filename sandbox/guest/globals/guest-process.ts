import { writeText } from "../console/printed.ts";
import { reflectApply } from "../intrinsics/intrinsics.ts";
import { queueTask } from "./queue-task.ts";
import { refused } from "./refused.ts";

const stream = {
  isTTY: false,
  columns: 80,
  write(text: unknown): boolean {
    if (typeof text === "string") writeText(text);
    return true;
  },
};

/**
 * What a submission gets for `process`: an environment of its own without anything in it, and streams that print. There is no
 * `versions`, by which libraries would take this for Node.
 */
export const guestProcess = {
  env: Object.create(null) as Record<string, string>,
  argv: ["node", "submission.ts"],
  execArgv: [],
  platform: "linux",
  exitCode: undefined,
  stdout: stream,
  stderr: stream,
  cwd: () => "/",
  uptime: () => 0,
  hrtime: Object.assign(() => [0, 0], { bigint: () => 0n }),
  nextTick: (callback: (...args: unknown[]) => void, ...args: unknown[]) =>
    queueTask(() => reflectApply(callback, undefined, args)),
  on: () => guestProcess,
  once: () => guestProcess,
  off: () => guestProcess,
  emitWarning: () => undefined,
  exit: refused("process.exit"),
  kill: refused("process.kill"),
  memoryUsage: refused("process.memoryUsage"),
};
