import { createHmac, randomBytes } from "node:crypto";
import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { CourseSecretError } from "./course-secret-error.ts";
import { type Environment, userDirectory } from "./user-directory.ts";
import { writeWhole } from "./write-whole.ts";

/** What hidden cases derive from, and where it was found. */
export type CourseSecret = {
  readonly secret: string;
  /** `created`: there was none, and this run made it. */
  readonly source: "environment" | "file" | "created";
  /** The file that holds it, where it is in one. */
  readonly file?: string;
};

/**
 * The course secret: `GRADECHECK_SECRET`, or the file `secret` of the configuration folder, which is made at first use
 * with 32 random bytes in hexadecimal, readable by its owner only.
 * @param options.configDirectory gradecheck's configuration folder; by default the user's.
 * @param options.mayCreate Default true.
 * @throws CourseSecretError where the secret is empty, others may read its file, or the file cannot be read or made.
 */
export async function readCourseSecret(options: {
  readonly env: Environment;
  readonly configDirectory?: string;
  readonly mayCreate?: boolean;
}): Promise<CourseSecret> {
  const fromEnvironment = options.env["GRADECHECK_SECRET"]?.trim();
  if (fromEnvironment === "") {
    throw new CourseSecretError("Cannot use the course secret: GRADECHECK_SECRET is empty, must be a text or unset");
  }
  if (fromEnvironment !== undefined) return { secret: fromEnvironment, source: "environment" };

  const directory = options.configDirectory ?? userDirectory("config", options.env);
  const file = join(directory, "secret");
  try {
    const existing = await readSecretFile(file);
    if (existing !== undefined) return { secret: existing, source: "file", file };
    if (options.mayCreate === false) {
      throw new CourseSecretError(
        `Cannot grade for others: this machine has no course secret; set GRADECHECK_SECRET to the course's, or copy its file to ${file}`,
      );
    }
    const created = await createSecretFile(directory, file);
    const secret = await readSecretFile(file);
    if (secret === undefined) throw new CourseSecretError(`Cannot use the course secret in ${file}: it disappeared`);
    return { secret, source: created ? "created" : "file", file };
  } catch (cause) {
    if (cause instanceof CourseSecretError) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CourseSecretError(
      `Cannot read or make the course secret in ${file}: ${reason}; set GRADECHECK_SECRET, or make the folder writable`,
      { cause },
    );
  }
}

async function readSecretFile(file: string): Promise<string | undefined> {
  const handle = await openIfThere(file);
  if (handle === undefined) return undefined;
  try {
    const mode = (await handle.stat()).mode & 0o777;
    if (process.platform !== "win32" && (mode & 0o077) !== 0) {
      throw new CourseSecretError(
        `Cannot use the course secret in ${file}: its mode is ${mode.toString(8)}, must be 600; run: chmod 600 '${file}'`,
      );
    }
    const secret = (await handle.readFile("utf8")).trim();
    if (secret === "") {
      throw new CourseSecretError(
        `Cannot use the course secret in ${file}: it is empty; restore it, or delete it to have a new one made`,
      );
    }
    return secret;
  } finally {
    await handle.close();
  }
}

async function openIfThere(file: string) {
  try {
    return await open(file, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Makes the file whole or not at all. False where another run was first: its secret counts. */
async function createSecretFile(directory: string, file: string): Promise<boolean> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  try {
    await writeWhole(file, `${randomBytes(32).toString("hex")}\n`, { durable: true, mode: 0o600, isNew: true });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/**
 * The key by which files of ours are told from what somebody else has written: HMAC-SHA-256 of what they are for under a secret.
 * No case is derived in this form, so neither says anything of the other.
 * @param secret The course secret, or one that only this machine's user has.
 * @param purpose `results`, `cache`.
 */
export function authenticationKey(secret: string, purpose: string): Uint8Array {
  return createHmac("sha256", secret).update(`\0authentication\0${purpose}`).digest();
}
