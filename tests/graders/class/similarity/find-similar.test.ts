import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { type ComparedSubmission, findSimilar } from "../../../../graders/class/similarity/find-similar.ts";
import type { Similarity, SimilarPair } from "../../../../reports/similarity/similarity.ts";

const assignment = new URL("../../../../assignments/w2-optimization/", import.meta.url);
const starter = await readFile(new URL("starter.ts", assignment), "utf8");
const examples: ComparedSubmission[] = [];
for (const file of (await readdir(new URL("examples/", assignment))).filter((name) => name.endsWith(".ts")))
  examples.push(submission(file.slice(0, 3), await readFile(new URL(`examples/${file}`, assignment), "utf8")));

function submission(student: string, text: string): ComparedSubmission {
  return { student, files: new Map([["submission.ts", text]]) };
}

const textOf = (student: string) =>
  examples.find((one) => one.student === student)?.files.get("submission.ts") ?? expect.unreachable(student);

/** The same code with other names, literals, layout and comments. */
const disguised = (text: string) =>
  text
    .replaceAll("parameters", "net")
    .replaceAll("learningRate", "eta")
    .replaceAll("const ", "let ")
    .replaceAll(";", "")
    .replaceAll(/^ +/gm, "\t")
    .replaceAll("\n", "\n// again\n");

const namesOf = ({ pairs }: Similarity) => pairs.map(({ left, right }) => [left.students, right.students]);

test("findSimilar() puts a disguised submission first, with all of it in common", async () => {
  const [first, second] = (await findSimilar([...examples, submission("z", disguised(textOf("s03")))], starter)).pairs;
  expect([first?.left.students, first?.right.students]).toEqual([["s03"], ["z"]]);
  expect(first?.similarity).toBe(1);
  expect(second?.similarity).toBeLessThan(0.6);
});

test("findSimilar() gives the lines of each region on both sides", async () => {
  const own =
    "export function mine(a, b) {\n  return [a, ...b].map((x) => x ** 2 - a).filter((x) => x > 1).reduce((p, q) => p + q, 0) / (b.length || 1);\n}\n";
  const left = `${textOf("s03")}\n`;
  const right = `const one = new Map([[1, { two: 3 }]]);\n\n${own}`;
  const { pairs } = await findSimilar([submission("a", left + own), submission("b", right)], "");
  const from = left.split("\n").length;
  expect(pairs[0]).toMatchObject({ longest: 2, overlap: 2 });
  expect(pairs[0]?.regions).toEqual([
    {
      left: { file: "submission.ts", from, to: from + 1 },
      right: { file: "submission.ts", from: 3, to: 4 },
    },
  ]);
});

test("findSimilar() finds code that was moved within or between files", async () => {
  const [body = "", rest = ""] = textOf("s03")
    .split(/(?<=\n\})\n+(?=\/\*\*|export)/)
    .map((part) => `${part}\n`);
  const moved = {
    student: "b",
    files: new Map([
      ["late.ts", body],
      ["early.ts", rest],
    ]),
  };
  const { pairs } = await findSimilar([{ student: "a", files: new Map([["submission.ts", body + rest]]) }, moved], "");
  expect(pairs[0]?.similarity).toBeGreaterThan(0.8);
  expect(new Set(pairs[0]?.regions.map(({ right }) => right.file))).toEqual(new Set(["early.ts", "late.ts"]));
});

test("findSimilar() groups identical submissions, and compares the group once", async () => {
  const text = textOf("s03");
  const found = await findSimilar(
    [submission("c", text), submission("b", disguised(text)), submission("a", text), submission("d", textOf("s10"))],
    starter,
  );
  expect(found).toMatchObject({ submissions: 4, distinct: 3, identical: [["a", "c"]] });
  expect(namesOf(found)[0]).toEqual([["a", "c"], ["b"]]);
});

test("findSimilar() does not count the starter", async () => {
  const found = await findSimilar(
    [submission("a", starter), submission("b", `${starter}\nlet x = 1;`), ...examples],
    starter,
  );
  expect(found.nothingOwn).toEqual(expect.arrayContaining(["a", "s22"]));
  expect(namesOf(found).flat(2)).not.toContain("a");
  const without = await findSimilar([submission("a", starter), submission("b", `${starter}\nlet x = 1;`)], "");
  expect(without.pairs[0]?.similarity).toBeGreaterThan(0.9);
});

test("findSimilar() does not count what more than half of the class has", async () => {
  const shared = textOf("s03");
  const members = Array.from({ length: 12 }, (_, i) =>
    submission(`m${i}`, `${shared}\n${"let a = [b(c)];\n".repeat(i)}`),
  );
  expect((await findSimilar(members, "")).pairs).toEqual([]);
  expect((await findSimilar(members, "", { commonShare: 1 })).pairs[0]?.similarity).toBeGreaterThan(0.9);
  // Of a handful, nobody can tell what most of a class has.
  expect((await findSimilar(members.slice(0, 3), "")).pairs).toHaveLength(3);
});

test("findSimilar() keeps a pair that ranks first by length or lines but not by similarity", async () => {
  const small = "export const f = (a, b) => [a.b(c)[0], { d: [e, ...f] }, g ? h(i) : j || k, l(m) + n / o];\n";
  const padding = textOf("s02") + textOf("s07");
  const submissions = [
    submission("a", small),
    submission("b", `${small}let z = 1;`),
    submission("c", textOf("s03")),
    submission("d", padding + textOf("s03")),
    submission("e", `while (x) ${small}`),
  ];
  const isLong = ({ left, right }: SimilarPair) => left.students[0] === "c" && right.students[0] === "d";
  const all = await findSimilar(submissions, "");
  expect(all.pairs.findIndex(isLong)).toBeGreaterThan(1);
  const two = await findSimilar(submissions, "", { most: 2 });
  expect(two.pairs.map(isLong)).toEqual([false, true]);
});

test("findSimilar() does not depend on the order of the submissions", async () => {
  const found = await findSimilar(examples, starter, { most: 10 });
  expect(found.pairs).toHaveLength(10);
  expect(await findSimilar(examples.toReversed(), starter, { most: 10 })).toEqual(found);
});

test("findSimilar() compares only the beginning of long submissions, in bounded time", async () => {
  const long = "a.b(c);\n".repeat(100_000);
  const found = await findSimilar([submission("a", long), submission("b", `${long}x`)], "");
  expect(found.cutShort).toEqual(["a", "b"]);
  expect(found.pairs[0]?.similarity).toBe(1);
});
