import { readCourseSecret } from "../../assignments/storage/course-secret.ts";
import { tell } from "./output.ts";

/**
 * The secret that hidden cases derive from; where there is none yet, one is made and named. A command asks for it last, when it has
 * understood everything it was told: a typo makes nothing.
 * @throws CourseSecretError where it cannot be used or made.
 */
export async function hiddenCasesSecret(): Promise<string> {
  const { secret, source, file } = await readCourseSecret({ env: process.env });
  if (source === "created") tell(`Created the secret for your hidden cases: ${file}. Back it up; never share it.`);
  return secret;
}

/**
 * The secret of the course that jobs come from. One that is made here would be another.
 * @throws CourseSecretError where there is none.
 */
export async function existingSecret(): Promise<string> {
  return (await readCourseSecret({ env: process.env, mayCreate: false })).secret;
}
