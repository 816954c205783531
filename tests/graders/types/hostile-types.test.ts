import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { compilerRuns } from "../../../graders/types/compiler-run.ts";
import { type CompilerFiles, findCompiler } from "../../../graders/types/find-compiler.ts";
import { typeErrors } from "../../../graders/types/type-errors.ts";
import { TypeRoom } from "../../../graders/types/type-room.ts";
import { inTemporaryFolder } from "../../fixtures/in-temporary-folder.ts";
import { findIn, linesOf, ofFiles, ofText, sourceBytes, typedAssignment } from "./submissions.ts";

const root = new URL("../../../", import.meta.url).pathname.replace(/\/$/, "");

test("a submission learns nothing of files that it is not given", async () => {
  const secret = `${root}/reference/w2-optimization/solution.ts`;
  expect(await readFile(secret, "utf8")).toContain("updateLr");
  const up = `${"../".repeat(20)}${secret.slice(1)}`;
  const lines = await linesOf(
    ofText(`/// <reference path="${secret}" />
/// <reference path="/etc/passwd" />
/// <reference types="node" />
import { updateLr } from "${up}";
import * as other from "${secret}";
import manifest from "${root}/assignments/w2-optimization/assignment.json";
type Solution = typeof import("${secret.replace(/\.ts$/, "")}");
const cases = await import("${root}/assignments/w2-optimization/cases");
export const a: { readonly no: 1 } = updateLr;
export const b: { readonly no: 1 } = other;
export const c: { readonly no: 1 } = null as unknown as Solution;
export const d: { readonly no: 1 } = cases;
export const e: { readonly no: 1 } = manifest;
export const f: string = process;
`),
  );
  expect(lines.length).toBeGreaterThan(4);
  for (const line of lines)
    expect(line).not.toMatch(/learningRate0|epochNum|decayRate|root:|schemaVersion|is not assignable/);
});

test("what the compiler may read ends with the room, packages and the contract", async () => {
  const libraries = findCompiler()?.libraries ?? "";
  const assignment = await typedAssignment();
  await using room = await TypeRoom.open(assignment, libraries);
  const { folder } = await room.place(new Map([["submission.ts", ""]]));
  const may = (path: string): boolean => room.mayRead(path);
  expect(
    [`${folder}/submission.ts`, join(assignment.directory, "contract.ts"), join(libraries, "lib.d.ts")].map(may),
  ).toEqual([true, true, true]);
  const others = [
    `${folder}/../../other/file.ts`,
    "/etc/passwd",
    `${root}/reference/w2-optimization/solution.ts`,
    `${root}/assignments/w2-optimization/cases.ts`,
    `${root}/assignments/w2-optimization/assignment.json`,
    `${root}/node_modules/@tensorflow/../../reference/w2-optimization/solution.ts`,
    `${root}/node_modules/@types/node/index.d.ts`,
  ];
  for (const path of others) expect(may(path), path).toBe(false);
});

test("a submission changes no type of another that is checked along with it", async () => {
  const victim = ofText(
    'import { scalar } from "@tensorflow/tfjs-core";\nimport { Rng } from "gradecheck";\nexport const all = [[1].stolen, scalar(1).stolen, new Rng(1).stolen, stolen];\n',
  );
  const [alone] = await findIn(victim);
  expect(alone?.errors.map(({ code }) => code)).toEqual([2339, 2339, 2339, 2304]);
  const hostile = [
    "declare global { interface Array<T> { stolen: T } const stolen: number }\nexport {};\n",
    'declare module "@tensorflow/tfjs-core" { interface Tensor { stolen: string } }\nexport {};\n',
    'export {}; declare/* */module "gradecheck" { interface Rng { stolen: string } }\n',
    'export {}; module "gradecheck" { export interface Rng { stolen: string } }\n',
    "var stolen = 1; interface Array<T> { stolen: T }\n",
    "export {};\nexport as namespace stolen;\n",
    '/* */ /// <reference lib="webworker" />\nexport {};\n',
  ].map(ofText);
  const inJavaScript = ofFiles({
    "submission.ts": 'import "./a.js";\nimport "./b.d.ts";\nexport {};\n',
    "a.js": "globalThis.stolen = 1; var stolen = 2;\n",
    "b.d.ts": "interface Array<T> { stolen: T }\n",
  });
  for (const one of [...hostile, inJavaScript]) expect((await findIn(one, victim))[1]).toEqual(alone);
  expect((await findIn(...hostile, victim, inJavaScript)).at(-2)).toEqual(alone);
});

test("a submission cannot name the folder of another", async () => {
  await using room = await TypeRoom.open(await typedAssignment(), findCompiler()?.libraries ?? "");
  const folders = await Promise.all(
    [0, 1].map(async () => (await room.place(new Map([["submission.ts", ""]]))).folder),
  );
  expect(new Set(folders).size).toBe(2);
  for (const folder of folders) expect(folder).toMatch(/\/[\da-f]{24}$/);
});

test("messages name no file of this machine", async () => {
  const lines = await linesOf(
    ofText(`import { nothing } from "@tensorflow/tfjs";
import { neither } from "gradecheck";
import { nor } from "gradecheck/w2-optimization";
import { here } from "./other.ts";
import * as tf from "@tensorflow/tfjs";
export const a: string = tf;
export const b: { x: 1 } = {} as typeof import("gradecheck");
export const c: { x: 1 } = {} as typeof import("./other.ts");
`),
  );
  expect(lines.length).toBeGreaterThan(5);
  for (const line of lines) expect(line).not.toMatch(/\/tmp|node_modules|gradecheck-|\.\.\//);
  expect(lines.join("\n")).not.toContain(root);
});

test("a type that never ends takes its own submission down and no other", { timeout: 120_000 }, async () => {
  // TypeScript itself stops at a union of 100,000, but at no number of unions.
  const unions = Array.from({ length: 400 }, (_, i) => `export const x${i}: \`${i}\${D}\${D}\${D}\${D}\${D}\` = "x";`);
  const bomb = ["type D = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;", ...unions].join("\n");
  const wrong = ofText("export const updateLr = (a: string) => Number(a);\n");
  const before = compilerRuns.started;
  const found = await findIn(wrong, ofText(bomb), wrong);
  expect(found[1]).toEqual({ errors: [], unchecked: "unfinished" });
  expect([found[0]?.errors.length, found[2]?.errors.length]).toEqual([1, 1]);
  expect(compilerRuns.started - before).toBe(2);
});

test("of very many errors 20 are told, and messages of 500 characters", async () => {
  const text = `${Array.from({ length: 3000 }, (_, i) => `export const x${i}: number = "${i}";`).join("\n")}\n`;
  const [found] = await findIn(ofText(text));
  expect(found?.errors).toHaveLength(20);
  expect(found?.more).toBe(2980);
  const keys = Array.from({ length: 400 }, (_, i) => `someRatherLongKey${i}: ${i}`).join(", ");
  const [long] = await findIn(ofText(`const x = { ${keys} } as const;\nexport const y: "${"z".repeat(3000)}" = x;\n`));
  expect(long?.errors.map(({ message, source }) => [message.length <= 500, source])).toEqual([[true, undefined]]);
});

test("no submission has the grading process compute for long, whatever is in it", { timeout: 120_000 }, async () => {
  const hostile = [
    `module ${"/**/".repeat(40_000)}`,
    "\n".repeat(150_000),
    "/".repeat(150_000),
    Array.from({ length: 5000 }, (_, i) => `"./${i}"`).join(","),
    Array.from({ length: 2000 }, (_, i) => `x${i};`).join("\n"),
    `export const s${"o".repeat(1000)} = 1;\n${"s;\n".repeat(40_000)}`,
  ];
  await findIn(ofText("export const warm = 1;"));
  const before = process.cpuUsage();
  const found = await findIn(...hostile.map(ofText), ofText("export const updateLr = (a: string) => Number(a);\n"));
  const { user, system } = process.cpuUsage(before);
  expect(found.at(-1)?.errors).toHaveLength(1);
  expect(found[4]).toMatchObject({ more: 1980 });
  // What TypeScript would say takes too long to read.
  expect(found[5]).toEqual({ errors: [], unchecked: "unfinished" });
  expect((user + system) / 1e6).toBeLessThan(0.2 * hostile.length);
});

test("where the compiler dies while it reads, each half is read again, down to what it cannot read", async () => {
  await inTemporaryFolder(async (folder) => {
    const { executable, libraries } = findCompiler() ?? { executable: "", libraries: "" };
    const compilerOf = async (name: string, script: string): Promise<CompilerFiles> => {
      await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
      return { executable: join(folder, name), libraries };
    };
    const submissions = Array.from(
      { length: 3 },
      () => () => ofText("export const updateLr = (a: string) => Number(a);\n"),
    );
    const find = async (compiler: CompilerFiles) =>
      typeErrors(submissions, await typedAssignment(), { sourceBytes, compiler });
    const before = compilerRuns.started;
    const once = await find(
      await compilerOf("once", `[ -e ${folder}/died ] || { touch ${folder}/died; exit 1; }; exec ${executable} "$@"`),
    );
    expect(once.map((found) => found?.errors.length)).toEqual([1, 1, 1]);
    expect(compilerRuns.started - before).toBe(3);
    const always = await find(await compilerOf("always", "exit 1"));
    expect(always.map((found) => found?.unchecked)).toEqual(["unfinished", "unfinished", "unfinished"]);
    const missing = await find({ executable: join(folder, "none"), libraries });
    expect(missing.map((found) => found?.unchecked)).toEqual(["unfinished", "unfinished", "unfinished"]);
  });
});
