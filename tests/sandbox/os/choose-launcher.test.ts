import { describe, expect, it } from "vitest";
import { chooseLauncher } from "../../../sandbox/os/choose-launcher.ts";
import { bubblewrapLauncher, memoryLauncher, unshareLauncher } from "../../../sandbox/os/launchers.ts";
import { reach } from "../pool/reach.ts";

describe("chooseLauncher()", () => {
  it("takes the strongest that works here", async () => {
    const isLinux = process.platform === "linux";
    const bubblewrap = isLinux ? await bubblewrapLauncher() : undefined;
    const unshare = isLinux ? await unshareLauncher(true) : undefined;
    const memory = isLinux ? await memoryLauncher() : undefined;
    const { launcher: _, ...chosen } = await chooseLauncher();
    expect(chosen).toEqual({
      namespaces: bubblewrap !== undefined ? "bubblewrap" : unshare !== undefined ? "unshare" : "none",
      hidesProcesses: bubblewrap !== undefined || unshare?.hidesProcesses === true,
      hidesFiles: bubblewrap !== undefined,
      limitsMemory: memory !== undefined,
    });
  });

  it("says what it has chosen to be true", async () => {
    const { launcher, hidesProcesses, namespaces } = await chooseLauncher();
    const { signal, connection } = await reach(launcher);
    expect({ signal, connected: connection === "connected" }).toEqual({
      signal: hidesProcesses ? "ESRCH" : "sent",
      connected: namespaces === "none",
    });
  });
});
