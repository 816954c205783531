// Grades one submission without a sandbox in a process of its own: arguments are the file of the work and the submission. Prints how
// many cases passed.
import { pathToFileURL } from "node:url";
import * as tf from "@tensorflow/tfjs";
import { type Exports, gradeUnsandboxed } from "./unsandboxed.ts";
import { readWork } from "./work.ts";

const [workFile = "", path = ""] = process.argv.slice(2);
tf.enableProdMode();
await tf.setBackend("cpu");
const exports = await import(pathToFileURL(path).href).catch((): Exports => ({}));
process.stdout.write(`${await gradeUnsandboxed(exports, await readWork(workFile))}\n`);
