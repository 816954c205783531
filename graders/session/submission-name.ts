import { basename, dirname, extname, resolve } from "node:path";

/**
 * What a submission is called: its file's or folder's name, and for a file called `submission.ts` the folder's it lies in.
 */
export function submissionName(path: string): string {
  const whole = resolve(path);
  const name = basename(whole, extname(whole));
  return name === "submission" ? basename(dirname(whole)) : name;
}
