import { homedir } from "node:os";
import { isAbsolute, join } from "node:path";

/** The environment variables of a process, or a part of them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const variables = {
  cache: { posix: "XDG_CACHE_HOME", windows: "LOCALAPPDATA", fallback: [".cache"] },
  config: { posix: "XDG_CONFIG_HOME", windows: "APPDATA", fallback: [".config"] },
} as const;

/**
 * Where gradecheck keeps files of the user: caches, which may be deleted at any time, or configuration.
 * @returns Absolute path of a folder that need not exist yet. Relative paths in the environment are ignored.
 * @see XDG Base Directory Specification 0.8
 */
export function userDirectory(kind: "cache" | "config", env: Environment, platform = process.platform): string {
  const { posix, windows, fallback } = variables[kind];
  const chosen = env[platform === "win32" ? windows : posix];
  const base = chosen !== undefined && isAbsolute(chosen) ? chosen : join(homedir(), ...fallback);
  return join(base, "gradecheck");
}
