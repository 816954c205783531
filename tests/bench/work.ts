import { readFile, writeFile } from "node:fs/promises";
import { type Case, caseKey } from "../../assignments/catalog/case.ts";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import { generateCases } from "../../assignments/catalog/generate-cases.ts";
import type { Exercise } from "../../assignments/catalog/manifest.ts";
import { decodeValue } from "../../assignments/values/decode-value.ts";
import { encodeValue } from "../../assignments/values/encode-value.ts";
import type { RecordValue, Value } from "../../assignments/values/value.ts";
import { defaultValueLimits } from "../../assignments/values/value-format.ts";
import { expectedValues } from "../../reference/oracle/oracle.ts";

/** What a submission is judged by, where no sandbox is: calls, and what they are to return. */
export type Work = {
  readonly exercises: readonly Exercise[];
  readonly calls: readonly Call[];
};

/** One case. */
export type Call = { readonly exercise: string; readonly args: Case["args"]; readonly expected: Value };

/** How cases of the benchmark are made. */
export const selection = { seed: 1, secret: "the benchmark's own", visibility: "all" } as const;

/** The work of an assignment: all its cases. */
export async function makeWork(id: string): Promise<Work> {
  const assignment = await openAssignment(id);
  const cases = generateCases(assignment, selection);
  const { values } = await expectedValues(assignment, cases, { seed: selection.seed });
  const calls = cases.map((testCase): Call => {
    const expected = values.get(caseKey(testCase));
    if (expected === undefined) throw new Error(`Cannot measure ${caseKey(testCase)}: no expected value`);
    return { exercise: testCase.exercise, args: testCase.args, expected: expected.value };
  });
  return { exercises: assignment.manifest.exercises, calls };
}

/** Writes the work, for processes that are to start without an oracle. */
export async function writeWork({ exercises, calls }: Work, file: string): Promise<void> {
  const values = calls.map(
    ({ exercise, args, expected }): RecordValue => ({
      kind: "record",
      entries: [
        ["exercise", { kind: "string", value: exercise }],
        ["args", { kind: "list", items: args }],
        ["expected", expected],
      ],
    }),
  );
  await writeFile(file, encodeValue({ kind: "list", items: values }));
  await writeFile(`${file}.json`, JSON.stringify(exercises));
}

/** Reads what {@link writeWork} wrote. */
export async function readWork(file: string): Promise<Work> {
  // It is our own, and holds all cases at once.
  const decoded = decodeValue(await readFile(file), { ...defaultValueLimits, bytes: 2 ** 31, elements: 2 ** 28 });
  if (!decoded.ok || decoded.value.kind !== "list") throw new Error(`Cannot read ${file}`);
  const calls = decoded.value.items.map((value): Call => {
    const entries = new Map(value.kind === "record" ? value.entries : []);
    const [exercise, args, expected] = ["exercise", "args", "expected"].map((key) => entries.get(key));
    if (exercise?.kind !== "string" || args?.kind !== "list" || expected === undefined)
      throw new Error(`Cannot read ${file}`);
    return { exercise: exercise.value, args: args.items, expected };
  });
  return { exercises: JSON.parse(await readFile(`${file}.json`, "utf8")) as Exercise[], calls };
}
