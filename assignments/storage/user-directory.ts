import { homedir, userInfo } from "node:os";
import { isAbsolute, join } from "node:path";

/** The environment variables of a process, or a part of them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const variables = {
  cache: { posix: "XDG_CACHE_HOME", windows: "LOCALAPPDATA", fallback: [".cache"] },
  config: { posix: "XDG_CONFIG_HOME", windows: "APPDATA", fallback: [".config"] },
} as const;

/** Nothing says where files of the user go. */
export class NoHomeError extends Error {
  override readonly name = "NoHomeError";
}

/**
 * Where gradecheck keeps files of the user: caches, which may be deleted at any time, or configuration.
 * @returns Absolute path of a folder that need not exist yet. Relative paths in the environment are ignored.
 * @throws {NoHomeError} where neither the environment nor the system knows a home folder.
 * @see XDG Base Directory Specification 0.8
 */
export function userDirectory(kind: "cache" | "config", env: Environment, platform = process.platform): string {
  const { posix, windows, fallback } = variables[kind];
  const chosen = env[platform === "win32" ? windows : posix];
  const base =
    chosen !== undefined && isAbsolute(chosen)
      ? chosen
      : join(chooseHome({ home: homedir(), own: systemHome() }), ...fallback);
  return join(base, "gradecheck");
}

/**
 * A home folder that does not depend on where one happens to stand.
 * @param home As the environment has it: with an empty or relative `HOME` that is no place; `own` is what the system knows.
 * @throws {NoHomeError} where neither is absolute.
 */
export function chooseHome({ home, own }: { readonly home: string; readonly own: string | undefined }): string {
  if (isAbsolute(home)) return home;
  if (own !== undefined && isAbsolute(own)) return own;
  throw new NoHomeError(`Cannot tell your home folder: HOME is "${home}"; set HOME to an absolute path`);
}

function systemHome(): string | undefined {
  try {
    return userInfo().homedir;
  } catch {
    return undefined; // A user id without an account, as containers have them.
  }
}
