/**
 * Prints what is told of the unseen mistakes, as a table in Markdown; with `--write`, takes it over as what is expected, to be read by a
 * person afterwards.
 */
import { writeFile } from "node:fs/promises";
import { listAssignments } from "../../assignments/catalog/course.ts";
import { gradeUnseen, openUnseen, readMistakes, type Told, toldOf, type UnseenMistake } from "./unseen-mistakes.ts";

const mistakes = await readMistakes();
const rows: UnseenMistake[] = [];
for (const assignment of await listAssignments()) {
  await using session = await openUnseen(assignment);
  for (const mistake of mistakes.filter((one) => one.assignment === assignment))
    rows.push({ ...mistake, told: await toldOf(await gradeUnseen(session, mistake), mistake) });
}
const cell = (text: string): string => text.replaceAll("|", "\\|");
const places = ({ named, atLine, hiddenOnly, counterexample }: Told): string[] => [
  named.join(", "),
  atLine ? "yes" : "",
  hiddenOnly ? "yes" : "",
  counterexample === undefined ? "" : String(counterexample),
];
console.log(
  "| id | mistake | first | named | line | hidden only | counterexample, numbers | read |\n|-|-|-|-|-|-|-|-|",
);
for (const { id, mistake, told, read } of rows)
  console.log(`| ${[id, cell(mistake), cell(told.first.join(" ")), ...places(told), read].join(" | ")} |`);
for (const set of ["first", "fresh"] as const) {
  const own = rows.filter((one) => one.set === set);
  const only = own.filter(({ told }) => told.hiddenOnly);
  const found = only.flatMap(({ told }) => told.counterexample ?? []).sort((a, b) => a - b);
  const count = (read: UnseenMistake["read"]): number => own.filter((one) => one.read === read).length;
  console.log(
    `\n${set}: ${own.length}; mistake or place ${count("mistake-or-place")}, symptom ${count("symptom")}, values ${count("values")};`,
    `a line marked ${own.filter(({ told }) => told.atLine).length}; hidden only ${only.length}, counterexamples ${found.length}:`,
    found.join(", "),
  );
}
if (process.argv.includes("--write"))
  await writeFile(new URL("../fixtures/unseen/index.json", import.meta.url), `${JSON.stringify(rows, null, 2)}\n`);
