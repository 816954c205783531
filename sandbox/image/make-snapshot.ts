// Run as a process of its own, under the flags of the workers: reads the guest's code from standard input and writes a
// startup snapshot of it to standard output.
import { readFileSync, writeFileSync } from "node:fs";
import ivm from "isolated-vm";

const code = readFileSync(0, "utf8");
const snapshot = ivm.Isolate.createSnapshot([{ code, filename: "gradecheck-guest.js" }]);
writeFileSync(1, Buffer.from(snapshot.copy()));
