import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Where an installed package lies and which version it has. */
export type InstalledPackage = { readonly directory: string; readonly version: string };

/**
 * Finds an installed package of TensorFlow.js without loading it.
 * @param name One of those that backends are made of.
 * @throws Error where it is not installed.
 */
export function tfjsPackage(
  name: "@tensorflow/tfjs" | "@tensorflow/tfjs-node" | "@tensorflow/tfjs-backend-wasm",
): InstalledPackage {
  const manifestPath = createRequire(import.meta.url).resolve(`${name}/package.json`);
  const manifest: unknown = JSON.parse(readFileSync(manifestPath, "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return { directory: dirname(manifestPath), version: String(version) };
}

/**
 * Where tfjs-node looks for its native binding.
 * @param root The package's directory, or a cached build that has the same `lib` and `deps`.
 */
export const bindingPath = (root: string): string => join(root, "lib", "napi-v8", "tfjs_binding.node");
