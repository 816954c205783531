import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { batch } from "../../../graders/cli/commands/batch.ts";
import { gradeAssignment } from "../../../graders/cli/commands/grade-assignment.ts";
import { regrade } from "../../../graders/cli/commands/regrade.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const right = join(root, "assignments/w1-initialization/examples");

let folder: string;
let before: NodeJS.ProcessEnv;
const at = (name: string): string => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "gradecheck-test-"));
  before = { ...process.env };
  delete process.env["GRADECHECK_SECRET"];
  process.env["XDG_CONFIG_HOME"] = at("config");
  await mkdir(at("config"));
  await mkdir(at("class"));
  const [first = ""] = (await readdir(right)).filter((name) => name.endsWith(".ts")).sort();
  await cp(join(right, first), at("class/amir.ts"));
  await writeFile(at("binary.ts"), new Uint8Array([0, 1, 2]));
  await writeFile(at("roster.csv"), "name\nAmir\n");
  await writeFile(at("overrides.csv"), "student,exercise,delta,reason\nnobody,,2,generous\n");
  await mkdir(at("taken"));
  await writeFile(at("taken/mine.txt"), "mine");
});
afterEach(async () => {
  Object.assign(process.env, before); // In place: native libraries read the real environment, not a copy.
  await rm(folder, { recursive: true });
});

/** What a command said, which has to be the reason why it did nothing. */
async function refusal(run: Promise<unknown>): Promise<string> {
  return run.then(
    () => "it was done",
    (error: Error) => error.message.replaceAll(folder, "…"),
  );
}

describe("gradeAssignment() has made no secret when it refuses", () => {
  const options = { seed: 1, audience: "instructor", workers: 1, json: true } as const;
  it.each([
    [
      "an unknown assignment",
      () => gradeAssignment("w1-initialisation", [at("class/amir.ts")], options),
      /did you mean/,
    ],
    ["a path that is missing", () => gradeAssignment("w1-initialization", [at("amir.ts")], options), /no such file/],
    [
      "one path among others that is missing",
      () => gradeAssignment("w1-initialization", [at("class/amir.ts"), at("bo.ts")], options),
      /bo\.ts": no such file/,
    ],
    [
      "what holds no source",
      () => gradeAssignment("w1-initialization", [at("binary.ts")], options),
      /it is a binary file/,
    ],
    [
      "an unknown exercise",
      () => gradeAssignment("w1-initialization", [at("class/amir.ts")], { ...options, exercise: ["initialize"] }),
      /Cannot grade exercise "initialize"/,
    ],
    [
      "a file as output folder",
      () => gradeAssignment("w1-initialization", [at("class/amir.ts")], { ...options, out: at("roster.csv") }),
      /roster\.csv": there is a file of that name; give a folder/,
    ],
    [
      "a log in no folder",
      () => gradeAssignment("w1-initialization", [at("class/amir.ts")], { ...options, log: at("logs/run.jsonl") }),
      /there is no folder ".*logs"/,
    ],
    [
      "a quiz's misspelled name",
      () => gradeAssignment("w1-quizz", [at("class/amir.ts")], options),
      /did you mean "w1-quiz"/,
    ],
  ])("%s", async (_, run, reason) => {
    expect(await refusal(run())).toMatch(reason);
    expect(await readdir(at("config"))).toEqual([]);
  });
});

describe("batch() has made no secret when it refuses", () => {
  const options = { seed: 1, attempt: "last", progress: "none", workers: 1 } as const;
  const run = (more: object, assignment = "w1-initialization", submissions = at("class")) =>
    batch(assignment, submissions, { ...options, out: at("out"), ...more }, "0");
  it.each([
    ["an unknown assignment", () => run({}, "w1-initialisation"), /did you mean/],
    ["submissions that are missing", () => run({}, undefined, at("clas")), /no such file|there is no/],
    ["an unknown exercise", () => run({ exercise: ["initialize"] }), /Cannot grade exercise/],
    ["a roster without ids", () => run({ roster: at("roster.csv") }), /Cannot read roster/],
    ["a roster that is missing", () => run({ roster: at("people.csv") }), /there is no such file/],
    ["a late policy", () => run({ late: "due=soon" }), /due/],
    ["a late policy's file that is missing", () => run({ late: at("late.json") }), /late\.json/],
    ["overrides of nobody", () => run({ overrides: at("overrides.csv") }), /nobody/],
    ["overrides that are missing", () => run({ overrides: at("marks.csv") }), /marks\.csv": there is no such file/],
    ["a student who is nobody", () => run({ student: ["zoe"] }), /zoe/],
    ["a folder that holds other things", () => run({ out: at("taken") }), /it holds "mine.txt"/],
  ])("%s", async (_, start, reason) => {
    expect(await refusal(start())).toMatch(reason);
    expect(await readdir(at("config"))).toEqual([]);
  });
});

describe("regrade() has made no secret when it refuses", () => {
  it.each([
    ["no batch's folder", () => at("taken"), /holds no batch\.json/],
    ["a batch that never came to its end", () => at("old"), /Cannot compare/],
  ])("%s", async (_, since, reason) => {
    await mkdir(at("old"));
    const settings = { assignment: "w1-initialization", submissions: at("gone"), seed: 1, attempt: "last" };
    await writeFile(at("old/batch.json"), JSON.stringify(settings));
    expect(await refusal(regrade({ since: since(), progress: "none", workers: 1 }, "0"))).toMatch(reason);
    expect(await readdir(at("config"))).toEqual([]);
  });
});

describe("gradecheck", () => {
  it.each(["grade", "batch"])("%s answers a typo with one line alone", async (command) => {
    const args = [join(root, "graders/gradecheck.js"), command, "w1-quizz", at("class"), "--out", at("out")];
    const stderr = await new Promise<string>((resolve) => {
      execFile(process.execPath, args, (_error, _stdout, text) => resolve(text));
    });
    expect(stderr).toBe(
      'gradecheck: Cannot open assignment "w1-quizz": there is no such assignment; did you mean "w1-quiz"?\n',
    );
    expect(await readdir(at("config"))).toEqual([]);
    expect(await readdir(folder)).not.toContain("out");
  });

  it("makes the secret, and names it, when everything is understood", async () => {
    const options = { seed: 1, audience: "instructor", workers: 1, out: at("out") } as const;
    const one = { ...options, exercise: ["initializeParametersZeros"] };
    expect(await gradeAssignment("w1-initialization", [at("class/amir.ts")], one)).toBe(0);
    expect(await readdir(at("config/gradecheck"))).toEqual(["secret"]);
  });
});
