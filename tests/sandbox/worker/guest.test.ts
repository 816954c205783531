import { spawn } from "node:child_process";
import { once } from "node:events";
import { setPriority } from "node:os";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";

const guest = new URL("../../../sandbox/worker/guest.ts", import.meta.url).href;

/** Accents that ICU puts in order one by one: nothing interrupts it, for minutes. */
const endless = `("a" + "\\u0301".repeat(3e6) + "\\u0323".repeat(3e6)).normalize("NFD")`;

it("openIsolate() leaves a process alone whose code V8 cannot stop: to end it is the host's", {
  timeout: 30_000,
}, async () => {
  const script = `
    import { openIsolate } from ${JSON.stringify(guest)};
    const context = openIsolate({ memoryMb: 64, snapshot: undefined }).createContextSync();
    console.log("opened");
    context.evalSync(${JSON.stringify(endless)}, { timeout: 400 });
  `;
  const child = spawn(process.execPath, ["--no-node-snapshot", "--input-type=module", "-e", script]);
  const [stderr, closed] = [text(child.stderr), once(child, "close")];
  await once(child.stdout, "data");
  await sleep(500);
  // It is where nothing interrupts it, and may have the seconds that nobody else wants.
  setPriority(child.pid ?? 0, 19);
  // isolated-vm takes action five seconds after a time limit; a second more, and this is killed.
  await sleep(5900);
  child.kill("SIGKILL");
  const [, signal] = await closed;
  expect({ signal, stderr: await stderr }).toEqual({ signal: "SIGKILL", stderr: "" });
});
