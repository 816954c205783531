// The process in which student code runs. It is started by `os/spawn-worker.ts` with almost no permissions, knows no
// expected value, and speaks frames over its standard input and output.
import { writeSync } from "node:fs";
import { encodeFrame, FrameReader } from "../protocol/frame.ts";
import type { AnsweredCase, HostMessage, WorkerMessage } from "../protocol/messages.ts";
import { calibrate } from "./calibrate.ts";
import { type Guest, openGuest } from "./guest.ts";
import { SubmissionSession } from "./submission-session.ts";

const output = 1;
const reader = new FrameReader(2 ** 31);
/** Taken while the host makes the setup ready. */
const calibrationMs = calibrate();
let guest: Guest | undefined;
let session: SubmissionSession | undefined;

/** For how long, and up to which size, results are held to be sent together: waking the host costs more than most cases take. */
const holdMs = 25;
const holdBytes = 60_000;
let held:
  | { readonly run: number; readonly since: number; readonly cases: AnsweredCase[]; readonly parts: Uint8Array[] }
  | undefined;
let heldBytes = 0;
let mayHold = false;

function send(message: WorkerMessage, parts: readonly Uint8Array[] = []): void {
  if (message.type !== "answered") {
    write([...takeHeld(), encodeFrame(message, parts)]);
    return;
  }
  held ??= { run: message.run, since: performance.now(), cases: [], parts: [] };
  held.cases.push(...message.cases);
  held.parts.push(...parts);
  for (const { length } of parts) heldBytes += length;
  if (!mayHold || heldBytes > holdBytes || performance.now() - held.since > holdMs) write(takeHeld());
}

function takeHeld(): Uint8Array[] {
  if (held === undefined) return [];
  const { run, cases, parts } = held;
  held = undefined;
  heldBytes = 0;
  return [encodeFrame({ type: "answered", run, cases } satisfies WorkerMessage, parts)];
}

function write(frames: readonly Uint8Array[]): void {
  const bytes = Buffer.concat(frames);
  for (let at = 0; at < bytes.length; ) at += writeSync(output, bytes, at);
}

function handle(message: HostMessage, parts: readonly Uint8Array[]): void {
  switch (message.type) {
    case "setup":
      guest = openGuest(message, parts);
      send({ type: "ready", calibrationMs });
      return;
    case "run":
      if (guest === undefined) throw new TypeError("Cannot run a submission before the setup");
      mayHold = message.mayHold;
      if (!message.continues) {
        session?.close();
        session = new SubmissionSession(guest, Buffer.from(parts[0] ?? []).toString("utf8"), send);
      }
      session?.run(message);
      return;
    default:
      message satisfies never;
  }
}

process.stdin.on("data", (chunk: Buffer) => {
  const received = reader.push(chunk);
  if (!received.ok) throw new RangeError("Cannot read what the host sent");
  for (const { header, parts } of received.frames) handle(header as unknown as HostMessage, parts);
});
// The host is gone or has closed the worker.
process.stdin.on("end", () => process.exit(0));
