import { describe, expect, it } from "vitest";
import { plainLauncher } from "../../../sandbox/os/launcher.ts";
import { unshareLauncher } from "../../../sandbox/os/unshare-launcher.ts";
import { reach } from "../pool/reach.ts";

const reason = "unshare is not installed, or not allowed to make namespaces";
const isLinux = process.platform === "linux";

describe("unshareLauncher()", () => {
  it("lets native code neither signal a process nor use the network", async ({ skip }) => {
    const unshare = isLinux ? await unshareLauncher(true) : undefined;
    if (unshare === undefined) return skip(reason);
    if (!unshare.hidesProcesses) return skip("unshare is not allowed to make process namespaces");
    const { signal, connection, capabilities } = await reach(unshare.launcher);
    expect({ signal, capabilities }).toEqual({ signal: "ESRCH", capabilities: "0000000000000000" });
    expect(connection).toMatch(/^E(NETUNREACH|CONNREFUSED)$/);
  });

  it("makes no process namespace where the processes in it could not be watched", async ({ skip }) => {
    const unshare = isLinux ? await unshareLauncher(false) : undefined;
    if (unshare === undefined) return skip(reason);
    expect(unshare.hidesProcesses).toBe(false);
    expect(await reach(unshare.launcher)).toMatchObject({ signal: "sent", connection: "ENETUNREACH" });
  });

  it("is needed: without it native code can do both", async () => {
    expect(await reach(plainLauncher)).toMatchObject({ signal: "sent", connection: "connected" });
  });
});
