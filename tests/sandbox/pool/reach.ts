import { type AddressInfo, createServer } from "node:net";
import type { Launcher } from "../../../sandbox/os/launchers.ts";
import { evaluateNatively } from "./native-process.ts";

/** What native code behind a launcher reaches beyond itself. */
export type Reach = {
  /** Processes that it sees, not more than three of them; empty where there is no /proc. */
  readonly processes: readonly string[];
  /** Answer to a signal to us: `sent`, or the code of an error. */
  readonly signal: string;
  /** Answer to a connection to us: `connected`, or the code of an error. */
  readonly connection: string;
  /** Which capabilities it has, as a hexadecimal number; empty where there is no /proc. */
  readonly capabilities: string;
};

/** Lets native code behind a launcher try to reach the process that runs this. */
export async function reach(launcher: Launcher): Promise<Reach> {
  const server = createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.on("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const attempts = `(async () => {
    const there = fs.existsSync("/proc/self/status");
    const processes = there ? fs.readdirSync("/proc").filter((name) => /^\\d+$/.test(name)).slice(0, 3) : [];
    const capabilities = there ? /CapEff:\\s+(\\w+)/.exec(fs.readFileSync("/proc/self/status", "latin1"))[1] : "";
    let signal = "sent";
    try { process.kill(${process.pid}, 0); } catch (error) { signal = error.code; }
    const connection = await new Promise((resolve) => {
      net.connect(${port}, "127.0.0.1").on("connect", () => resolve("connected")).on("error", ({ code }) => resolve(code));
    });
    return { processes, signal, connection, capabilities };
  })()`;
  try {
    return (await evaluateNatively(attempts, launcher)) as Reach;
  } finally {
    server.close();
  }
}
