import { basename, dirname, extname, resolve } from "node:path";

/** What a student's answers are called: the file's or folder's name, and for a file `answers.json` its folder's. */
export function answersName(path: string): string {
  const whole = resolve(path);
  const name = basename(whole, extname(whole));
  return name === "answers" ? basename(dirname(whole)) : name;
}
