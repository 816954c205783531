// Run as a process of its own, under the flags of the workers: reads a frame with the guest's code and the warm-up script from
// standard input, and writes to standard output a startup snapshot: of the code, as it is before the warm-up, with the compiled
// functions that the warm-up has used.
import { readFileSync, writeFileSync } from "node:fs";
import ivm from "isolated-vm";
import { FrameReader } from "../protocol/frame.ts";

const received = new FrameReader(2 ** 31).push(readFileSync(0));
const [frame] = received.ok ? received.frames : [];
const [code, warmUp] = (frame?.parts ?? []).map((part) => Buffer.from(part).toString("utf8"));
if (code === undefined || warmUp === undefined) throw new TypeError("Cannot make a snapshot: the frame is not whole");
const snapshot = ivm.Isolate.createSnapshot([{ code, filename: "gradecheck-guest.js" }], warmUp);
writeFileSync(1, Buffer.from(snapshot.copy()));
