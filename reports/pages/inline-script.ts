import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";

/** A script of ours for the inside of a page, and what its content policy must name to allow it. */
export type InlineScript = { readonly script: string; readonly scriptHash: string };

/** Reads a script of ours. The same bytes on every system: line ends are line feeds. */
export function inlineScript(file: URL): InlineScript {
  const script = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  return { script, scriptHash: `sha256-${createHash("sha256").update(script).digest("base64")}` };
}
