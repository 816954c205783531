import { Buffer } from "node:buffer";
import { once } from "node:events";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { JsonRpc } from "../../../graders/types/json-rpc.ts";

const framed = (message: unknown): Buffer => {
  const body = Buffer.from(JSON.stringify(message));
  return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
};

/** A connection whose other side the test plays. */
function connect(answer = (): unknown => null) {
  const [out, incoming] = [new PassThrough(), new PassThrough()];
  return { rpc: new JsonRpc(out, incoming, answer), out, incoming };
}

test("JsonRpc reads messages however they are cut, several in one piece too", async () => {
  const bytes = Buffer.concat([
    framed({ id: 1, result: "größer" }),
    framed({ method: "log", params: "not for us" }),
    framed({ id: 2, error: { message: "refused" } }),
    framed({ id: 3, result: [1] }),
  ]);
  for (const size of [1, 7, 64, bytes.length]) {
    const { rpc, incoming } = connect();
    const all = Promise.allSettled([rpc.request("a", null), rpc.request("b", null), rpc.request("c", null)]);
    for (let at = 0; at < bytes.length; at += size) incoming.write(bytes.subarray(at, at + size));
    const [first, second, third] = await all;
    expect([first, third]).toMatchObject([{ value: "größer" }, { value: [1] }]);
    expect(second).toMatchObject({ status: "rejected", reason: new Error("refused") });
  }
});

test("JsonRpc answers what the other side asks", async () => {
  const { out, incoming } = connect(() => ({ content: null }));
  incoming.write(framed({ id: 7, method: "readFile", params: "/etc/passwd" }));
  const chunks: Buffer[] = [];
  out.on("data", (chunk: Buffer) => chunks.push(chunk));
  await once(out, "data");
  await new Promise(setImmediate);
  expect(Buffer.concat(chunks).toString()).toContain('"id":7,"result":{"content":null}');
});

test("JsonRpc reads no message that is too long, and nothing after it", async () => {
  const { rpc, incoming } = connect();
  const asked = [rpc.request("a", null), rpc.request("b", null)];
  incoming.write("Content-Length: 2000001\r\n\r\n[");
  incoming.write(framed({ id: 2, result: 1 }));
  expect(await Promise.allSettled(asked)).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
  await expect(rpc.request("c", null)).rejects.toThrow("an answer is too long");
});

test("JsonRpc tells whoever waits or asks later that the other side is gone", async () => {
  const { rpc } = connect();
  const waiting = rpc.request("a", null);
  rpc.close(new Error("gone"));
  await expect(waiting).rejects.toThrow("gone");
  await expect(rpc.request("b", null)).rejects.toThrow("gone");
});
