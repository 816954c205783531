import { once } from "node:events";
import { connect, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { PatientTimer } from "../../../sandbox/os/patient-timer.ts";

/** Holds the event loop. */
function hold(timeMs: number): void {
  const end = performance.now() + timeMs;
  while (performance.now() < end);
}

describe("PatientTimer", () => {
  it("does not count the time for which the event loop was held, and tells it", async () => {
    const start = performance.now();
    let told = 0;
    const expired = new Promise<number>((resolve) => {
      const onHeld = (heldMs: number): void => {
        told += heldMs;
      };
      new PatientTimer(300, { onHeld, onExpired: () => resolve(performance.now() - start) });
    });
    setImmediate(() => hold(500));
    expect(await expired).toBeGreaterThan(650);
    expect(told).toBeGreaterThan(350);
  });

  it("lets what has arrived be read before it expires", async () => {
    const server = createServer((socket) => {
      socket.write("ready");
      socket.once("data", () => socket.write("answer"));
    });
    await once(server.listen(0, "127.0.0.1"), "listening");
    const socket = connect((server.address() as { port: number }).port, "127.0.0.1");
    await once(socket, "data");
    const heard: string[] = [];
    const answer = Promise.withResolvers<void>();
    const timer = new PatientTimer(40, { onExpired: () => heard.push("too late") });
    socket.once("data", () => {
      timer.clear();
      heard.push("answer");
      answer.resolve();
    });
    // The answer is under way while we hold the loop; the timer is due as well when we let it go.
    socket.write("question");
    await new Promise<void>((resolve) => {
      setTimeout(() => {
        hold(100);
        resolve();
      }, 30);
    });
    await answer.promise;
    socket.destroy();
    server.close();
    expect(heard).toEqual(["answer"]);
  });

  it("expires once, and not after it was cleared", async () => {
    const heard: string[] = [];
    new PatientTimer(1, { onExpired: () => heard.push("cleared") }).clear();
    await new Promise<void>((resolve) => {
      new PatientTimer(150, {
        onExpired: () => {
          heard.push("expired");
          resolve();
        },
      });
    });
    expect(heard).toEqual(["expired"]);
  });
});
