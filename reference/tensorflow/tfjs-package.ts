import { existsSync, readFileSync } from "node:fs";
import { createRequire, registerHooks } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { ownFolder } from "../../assignments/catalog/course.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";

/** Where an installed package lies and which version it has. */
export type InstalledPackage = { readonly directory: string; readonly version: string };

const tfjsNode = "@tensorflow/tfjs-node";
const require = createRequire(import.meta.url);

/**
 * Finds an installed package of TensorFlow.js without loading it.
 * @param name One of those that backends are made of; tfjs-node may also lie in {@link tfjsNodeFolder}.
 * @throws Error where it is not installed.
 */
export function tfjsPackage(
  name: "@tensorflow/tfjs" | "@tensorflow/tfjs-node" | "@tensorflow/tfjs-backend-wasm",
): InstalledPackage {
  const manifestPath = manifestOf(name);
  const manifest: unknown = JSON.parse(readFileSync(manifestPath, "utf8"));
  const version = typeof manifest === "object" && manifest !== null && "version" in manifest ? manifest.version : "";
  return { directory: dirname(manifestPath), version: String(version) };
}

function manifestOf(name: string): string {
  try {
    return require.resolve(`${name}/package.json`);
  } catch (cause) {
    const inCache = name === tfjsNode && join(tfjsNodeFolder(), "node_modules", name, "package.json");
    if (inCache !== false && existsSync(inCache)) return inCache;
    throw cause;
  }
}

/** The version of a package that this gradecheck was made for, also where it does not install it. */
export function wantedVersion(name: "@tensorflow/tfjs-node" | "node-api-headers"): string {
  const { dependencies, peerDependencies } = JSON.parse(readFileSync(join(ownFolder, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly peerDependencies?: Readonly<Record<string, string>>;
  };
  return dependencies[name] ?? peerDependencies?.[name] ?? "";
}

/** Where tfjs-node is kept if it is not installed with gradecheck: a folder of the user's caches. */
export const tfjsNodeFolder = (): string =>
  join(userDirectory("cache", process.env), "tensorflow", `tfjs-node-${wantedVersion(tfjsNode)}`);

/**
 * Loads tfjs-node, wherever it lies, with the TensorFlow.js that is installed with gradecheck: it registers its backend there.
 * @returns Its module.
 */
export function loadTfjsNode(): typeof import("@tensorflow/tfjs") {
  const { directory } = tfjsPackage(tfjsNode);
  const inside = `${pathToFileURL(directory).href}/`;
  const fromOurs = createRequire(join(tfjsPackage("@tensorflow/tfjs").directory, "package.json"));
  const hooks = registerHooks({
    resolve: (specifier, context, nextResolve) => {
      const isOurs =
        /^@tensorflow\/tfjs(-core)?(\/|$)/.test(specifier) && context.parentURL?.startsWith(inside) === true;
      if (!isOurs) return nextResolve(specifier, context);
      return { url: pathToFileURL(fromOurs.resolve(specifier)).href, shortCircuit: true };
    },
  });
  try {
    return require(directory) as typeof import("@tensorflow/tfjs");
  } finally {
    hooks.deregister();
  }
}

/** How to set up native TensorFlow: sources are run by npm scripts, the package by its command. */
export const setupCommand: string = import.meta.url.endsWith(".ts") ? "npm run setup" : "gradecheck setup";

/**
 * Where tfjs-node looks for its native binding.
 * @param root The package's directory, or a cached build that has the same `lib` and `deps`.
 */
export const bindingPath = (root: string): string => join(root, "lib", "napi-v8", "tfjs_binding.node");
