import { describe, expect, it } from "vitest";
import { chooseLauncher } from "../../../sandbox/os/choose-launcher.ts";
import { plainLauncher } from "../../../sandbox/os/launcher.ts";
import { residentMemory } from "../../../sandbox/os/resident-memory.ts";
import { NativeProcess } from "../pool/native-process.ts";

const heldBytes = 2 ** 27;
const holds = `globalThis.held = Buffer.alloc(${heldBytes}, 1); console.log("held"); setInterval(() => {}, 1000);`;

describe.skipIf(process.platform === "win32")("residentMemory()", () => {
  it.each(["alone", "behind the launcher that is chosen here"])("counts what a process %s holds", async (where) => {
    const launcher = where === "alone" ? plainLauncher : (await chooseLauncher()).launcher;
    await using native = await NativeProcess.start(holds, launcher);
    await native.says("held");
    const bytes = (await residentMemory(native.process.pid ?? 0)) ?? 0;
    expect(bytes).toBeGreaterThan(heldBytes);
    expect(bytes).toBeLessThan(3 * heldBytes);
  });

  it("says that a process is gone", async () => {
    const native = await NativeProcess.start("", plainLauncher);
    await native[Symbol.asyncDispose]();
    expect(await residentMemory(native.process.pid ?? 0)).toBeUndefined();
  });
});
