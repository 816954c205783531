import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findManifestProblems, loadManifest } from "../../../assignments/catalog/load-manifest.ts";
import type { Exercise, Manifest } from "../../../assignments/catalog/manifest.ts";
import { ManifestError } from "../../../assignments/storage/json-problem.ts";

const source = new URL("../../../assignments/w2-optimization/assignment.json", import.meta.url);
const good = JSON.parse(await readFile(source, "utf8")) as Manifest;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "load-manifest-"));
  await mkdir(join(folder, "w3"));
});
afterEach(() => rm(folder, { recursive: true }));

async function errorOf(content: string | Buffer): Promise<ManifestError> {
  await writeFile(join(folder, "w3", "assignment.json"), content);
  const error: unknown = await loadManifest(join(folder, "w3")).catch((reason) => reason);
  expect(error).toBeInstanceOf(ManifestError);
  return error as ManifestError;
}

/** The message for the good manifest with one thing changed. */
async function messageFor(change: (manifest: Record<string, never> & Manifest) => void): Promise<string> {
  const manifest = structuredClone({ ...good, id: "w3" });
  change(manifest as Record<string, never> & Manifest);
  return (await errorOf(JSON.stringify(manifest))).message.replaceAll(folder, "<folder>");
}

/** Any JSON where the type of the manifest allows less. */
const wrong = (value: unknown) => value as never;

describe("loadManifest()", () => {
  test("loadManifest() returns a good manifest, also behind a byte order mark", async () => {
    await writeFile(join(folder, "w3", "assignment.json"), `\uFEFF${JSON.stringify({ ...good, id: "w3" })}`);
    expect(await loadManifest(join(folder, "w3"))).toEqual({ ...good, id: "w3" });
  });

  test("loadManifest() names path, value and rule of a single problem in one line", async () => {
    const first = (manifest: Manifest) => manifest.exercises[0];
    expect(
      await messageFor((m) => {
        first(m).points = -1;
      }),
    ).toBe('Cannot load assignment "w3": exercises[0].points is -1, must be > 0');
    expect(await messageFor((m) => Reflect.deleteProperty(m, "title"))).toBe(
      'Cannot load assignment "w3": title is missing, must be given',
    );
    expect(
      await messageFor((m) => {
        first(m).scoring = wrong({ rule: "best-of" });
      }),
    ).toBe(
      'Cannot load assignment "w3": exercises[0].scoring.rule is "best-of", must be one of ["per-case","all-or-nothing"]',
    );
    expect(
      await messageFor((m) => {
        first(m).comparison.dtype = wrong("double");
      }),
    ).toBe(
      'Cannot load assignment "w3": exercises[0].comparison.dtype is "double", must be one of ["float","int","any"]',
    );
    expect(
      await messageFor((m) => {
        m.schemaVersion = wrong(2);
      }),
    ).toBe('Cannot load assignment "w3": schemaVersion is 2, must be 1');
    expect(await messageFor((m) => Object.assign(first(m), { weight: "x".repeat(100) }))).toBe(
      `Cannot load assignment "w3": exercises[0].weight is "${"x".repeat(76)}..., must not be there: no such property`,
    );
  });

  test.each([
    [{ rates: [0] }, "rates is [0], must be named like a parameter: parameters, grads, learningRate"],
    [
      { learningRate: ["0.1"] },
      'learningRate[0] is "0.1", must be a number, null (not passed), "drawn" (from another drawing of the case), or an object with times, to, with or of',
    ],
    [
      { learningRate: 0.1 },
      'learningRate is 0.1, must be a list of changes, each of which makes a case ([]: none), one change, or { "none": "why no pair of cases differs in this parameter" }',
    ],
    [{ grads: { with: ["v"] } }, 'grads.with[0] is "v", must be another parameter of the exercise'],
    [{ grads: [1, { to: 0, times: 2 }] }, 'grads[1] is {"to":0,"times":2}, must not have times or with beside to'],
    [{ grads: { times: 2, of: 99 } }, "grads.of is 99, must be at most cases.hidden, 4"],
  ])("loadManifest() says in one line what is wrong with variations %j", async (variations, message) => {
    expect(
      await messageFor((m) => {
        m.exercises[0].variations = wrong(variations);
      }),
    ).toBe(`Cannot load assignment "w3": exercises[0].variations.${message}`);
  });

  test("loadManifest() lists all problems with the file", async () => {
    expect(
      await messageFor((m) => {
        m.week = wrong("two");
        m.exercises[0].points = 0;
        m.exercises[2] = wrong({ ...m.exercises[2], scoring: { rule: "per-case" } });
        Object.assign(m, { extra: true });
      }),
    ).toMatchInlineSnapshot(`
      "Cannot load assignment "w3", <folder>/w3/assignment.json:
        extra is true, must not be there: no such property
        week is "two", must be integer
        exercises[0].points is 0, must be > 0
        exercises[2].scoring.weights is missing, must be given"
    `);
  });

  test("loadManifest() carries the facts of every problem", async () => {
    const error = await errorOf(JSON.stringify({ ...good, id: "w3", week: 0 }));
    expect(error.problems).toEqual([{ path: "week", value: 0, rule: "must be >= 1" }]);
    expect([error.assignment, error.file]).toEqual(["w3", join(folder, "w3", "assignment.json")]);
  });

  test("loadManifest() checks what the schema cannot", async () => {
    expect(
      await messageFor((m) => {
        m.id = "w4";
      }),
    ).toBe('Cannot load assignment "w3": id is "w4", must be the folder\'s name "w3"');
  });

  test("loadManifest() names the place where the file is not JSON", async () => {
    const { message, cause } = await errorOf('{\n  "id": "w3",,\n}');
    expect(message).toBe(
      'Cannot load assignment "w3": assignment.json must be JSON (line 2, column 14: Expected double-quoted property name)',
    );
    expect(cause).toBeInstanceOf(SyntaxError);
  });

  test("loadManifest() says why the file cannot be read", async () => {
    expect((await errorOf(Buffer.from([0x7b, 0xff]))).message).toContain("assignment.json must be readable (");
    const missing = join(folder, "w5");
    await expect(loadManifest(missing)).rejects.toThrow(
      /^Cannot load assignment "w5": assignment\.json must be readable \(ENOENT/,
    );
  });
});

function withExercises(...changes: Partial<Exercise>[]): Manifest {
  const [{ variations: _, ...first }] = good.exercises;
  const exercises = changes.map((change, i) => ({ ...first, id: `f${i}`, ...change }));
  return { ...good, exercises: exercises as Manifest["exercises"] };
}

const problemsOf = (manifest: Manifest) => findManifestProblems(manifest, "w2-optimization");

describe("findManifestProblems()", () => {
  test("findManifestProblems() finds nothing in a good manifest", () => {
    expect(problemsOf(good)).toEqual([]);
    expect(problemsOf(withExercises({}, { prerequisites: ["f0"] }))).toEqual([]);
  });

  test("findManifestProblems() wants the folder's name as id", () => {
    expect(findManifestProblems(good, "w2")).toEqual([
      { path: "id", value: "w2-optimization", rule: 'must be the folder\'s name "w2"' },
    ]);
  });

  test("findManifestProblems() wants ids that occur once", () => {
    expect(problemsOf(withExercises({}, {}, { id: "f0" }, { id: "f0" }))).toEqual([
      { path: "exercises[2].id", value: "f0", rule: "must differ from exercises[0].id" },
      { path: "exercises[3].id", value: "f0", rule: "must differ from exercises[0].id" },
    ]);
  });

  test("findManifestProblems() wants prerequisites that exist and come earlier", () => {
    const rule = "must be the id of an earlier exercise";
    expect(problemsOf(withExercises({ prerequisites: ["f1"] }, { prerequisites: ["f0", "none", "f1"] }))).toEqual([
      { path: "exercises[0].prerequisites[0]", value: "f1", rule },
      { path: "exercises[1].prerequisites[1]", value: "none", rule },
      { path: "exercises[1].prerequisites[2]", value: "f1", rule },
    ]);
  });

  test("findManifestProblems() wants a case that counts", () => {
    const weights = { visible: 0, hidden: 1 };
    const cases = { visible: 3, hidden: 0 };
    expect(
      problemsOf(
        withExercises({ cases: { visible: 0, hidden: 0 } }, { cases, scoring: { rule: "per-case", weights } }),
      ),
    ).toEqual([
      { path: "exercises[0].cases", value: { visible: 0, hidden: 0 }, rule: "must be at least one case" },
      { path: "exercises[1].scoring.weights", value: weights, rule: "must give some case a weight above 0" },
    ]);
    expect(problemsOf(withExercises({ cases, scoring: { rule: "all-or-nothing" } }))).toEqual([]);
  });
});
