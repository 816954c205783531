import { createRequire } from "node:module";
import type ivm from "isolated-vm";
import { readIsolatedVmArgument } from "../protocol/isolated-vm-argument.ts";

/**
 * isolated-vm, in a worker by the real path that it is told. Looked for by its name it may stand behind a link (`node_modules`, or a
 * package in it, as some package managers have it), which a worker cannot follow: it may read the package, not the folders
 * above.
 */
export const isolatedVm: typeof ivm = createRequire(import.meta.url)(
  readIsolatedVmArgument(process.argv) ?? "isolated-vm",
);
