import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const guest = new URL("../../../sandbox/worker/guest.ts", import.meta.url).href;

/** Accents that ICU puts in order one by one: nothing interrupts it, for minutes. */
const endless = `("a" + "\\u0301".repeat(3e6) + "\\u0323".repeat(3e6)).normalize("NFD")`;

it("openIsolate() leaves a process alone whose code V8 cannot stop: to end it is the host's", {
  timeout: 30_000,
}, () => {
  const script = `
    import { openIsolate } from ${JSON.stringify(guest)};
    const isolate = openIsolate({ memoryMb: 64, snapshot: undefined });
    isolate.createContextSync().evalSync(${JSON.stringify(endless)}, { timeout: 100 });
  `;
  // isolated-vm takes action five seconds after a time limit; a second more, and this is killed.
  const { signal, stderr } = spawnSync(process.execPath, ["--no-node-snapshot", "--input-type=module", "-e", script], {
    timeout: 7500,
    killSignal: "SIGKILL",
    encoding: "utf8",
  });
  expect({ signal, stderr }).toEqual({ signal: "SIGKILL", stderr: "" });
});
