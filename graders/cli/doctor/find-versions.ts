import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ownFolder } from "../../../assignments/catalog/course.ts";
import { detectBackend } from "../../../reference/tensorflow/detect-backend.ts";
import { setupCommand, tfjsPackage } from "../../../reference/tensorflow/tfjs-package.ts";
import { type Finding, finding } from "./finding.ts";

/** What grades here, in which version. @param version Of gradecheck. */
export function findVersions(version: string): Finding[] {
  const manifest = fileURLToPath(import.meta.resolve("isolated-vm")).replace(/[^/\\]+$/, "package.json");
  const isolatedVm = (JSON.parse(readFileSync(manifest, "utf8")) as { version: string }).version;
  const { node, v8 } = process.versions;
  return [
    { what: "gradecheck", state: "ok", detail: `${version} in ${ownFolder}` },
    finding("runtime", Number.parseInt(node, 10) >= 26, `Node ${node}, V8 ${v8}`, {
      mend: "use Node 26 or newer, which keeps workers from the network too",
    }),
    finding("isolates", /^([89]|\d\d|7\.(0\.[1-9]|[1-9]))/.test(isolatedVm), `isolated-vm ${isolatedVm}`, {
      state: "missing",
      mend: "install gradecheck anew: this version has known holes",
    }),
    { what: "TensorFlow.js", state: "ok", detail: tfjsPackage("@tensorflow/tfjs").version },
    findBackend(),
  ];
}

function findBackend(): Finding {
  const what = "expected values";
  try {
    const { backend, version, note } = detectBackend("auto");
    const mend = process.env["GRADECHECK_BACKEND"] ? "unset GRADECHECK_BACKEND" : `run ${setupCommand}`;
    return finding(what, backend === "tensorflow", `${note ?? backend} (${version})`, { mend });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    const mend = `run ${setupCommand}, or set GRADECHECK_BACKEND=cpu`;
    return { what, state: "missing", detail, mend };
  }
}
