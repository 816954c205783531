import { globSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { openTemporaryFolder } from "../../../assignments/storage/temporary-folder.ts";
import { writeToyCourse } from "../../fixtures/toy-course.ts";
import { runCli } from "../../graders/run-cli.ts";
import { runHere } from "../../graders/run-in-process.ts";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const folder = openTemporaryFolder("german");
afterAll(() => folder[Symbol.asyncDispose]());

const english =
  /(?<![-\w])(?:the|of|is|are|and|this|that|not|with|by|from|for|which|cannot|its|your|has|have|must|should)(?![-\w])/i;

/** Texts of a page that look English, besides code, styles, and what is marked as English. */
function leftOvers(html: string): string[] {
  const shown = html
    .replaceAll(/<(style|script|pre|code|head)\b[^>]*>[\s\S]*?<\/\1>/g, "")
    // The student's own lines.
    .replaceAll(/(<ol class="source"[^>]*>)[\s\S]*?<\/ol>/g, "$1")
    // Names of functions, in parts between which a line may break.
    .replaceAll(/<(p|span) class="function-name">[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<(\w+)[^>]* lang="en"[^>]*>[\s\S]*?<\/\1>/g, " ");
  const labels = [...shown.matchAll(/ (?:aria-label|title|alt)="([^"]*)"/g)].map(([, label = ""]) => label);
  return [...shown.split(/<[^>]*>/), ...labels].filter((text) => english.test(text));
}

test("leftOvers() finds English in texts and labels, and none in code or where it is marked", () => {
  expect(leftOvers('<p>This is <code>the</code></p><svg aria-label="all of it"/>')).toEqual(["This is ", "all of it"]);
  expect(leftOvers('<p lang="en">This is <b>not</b> German</p><pre>for of</pre><p>Dies ist es</p>')).toEqual([]);
});

async function gradeExamples(assignment: string, examples: string): Promise<string> {
  const handedIn = globSync(`assignments/${assignment}/examples/${examples}`, { cwd: root });
  const files = handedIn.map((file) => join(root, file));
  const out = join(folder.path, assignment);
  const { code, stderr } = await runHere(root, "grade", assignment, ...files, "--lang", "de", "--out", out);
  expect(code, stderr).toBe(0);
  expect(globSync("students/*.html", { cwd: out })).toHaveLength(files.length);
  return out;
}

test.each(["w1-initialization", "w2-optimization"])(
  "grade --lang de: no English is left on the pages of the examples of %s",
  async (id) => expectGerman(await gradeExamples(id, "*"), "**/*.html"),
  // Without a cache, expected values are computed first.
  300_000,
);

test("grade --lang de: the texts of an assignment that has none in German are marked as English", async () => {
  const course = join(folder.path, "course");
  await writeToyCourse(course);
  writeFileSync(join(course, "assignments/toy/README.md"), "# Toy\n\n## `scale`\n\n$$Y = 2 f X$$\n");
  const right = readFileSync(join(course, "reference/toy/solution.ts"), "utf8");
  writeFileSync(join(folder.path, "right.ts"), right);
  writeFileSync(join(folder.path, "wrong.ts"), right.replace("tf.mul", "tf.add"));
  const out = join(folder.path, "toy");
  // In a process of its own: only there does a course's code find what its contract exports.
  const { code, stderr } = await runCli(
    folder.path,
    ...["grade", "toy", "right.ts", "wrong.ts", "--course", course, "--lang", "de", "--out", out],
  );
  expect(code, stderr).toBe(0);
  const html = globSync("feedback/*.html", { cwd: out })
    .map((page) => readFileSync(join(out, page), "utf8"))
    .join("");
  expect(html).toMatch(/<h1 lang="en">/);
  expect(html).toMatch(/<h2><span lang="en">/);
  expect(html).toMatch(/<p class="mistake" lang="en">/);
  expect(html).toMatch(/<strong>Hinweis\.<\/strong> <span lang="en">/);
  expect(html).toMatch(/<div class="formulas" lang="en"/);
  expect(html).toMatch(/<bdi class="muted" lang="en">/);
  expect(html).toMatch(/<td class="case-title"><bdi lang="en">/);
  expect(html).not.toMatch(/<p class="summary" lang/);
}, 300_000);

test("grade --lang de: a quiz is in German, with its questions, answers and feedback", async () => {
  const answers = join(folder.path, "answers.json");
  writeFileSync(
    answers,
    JSON.stringify({
      quiz: "w2-quiz",
      answers: { "updates-per-epoch": 41, "batch-size": ["no-shuffle", "fit-memory"] },
    }),
  );
  const out = join(folder.path, "quiz");
  const { code, stderr } = await runHere(root, "grade", "w2-quiz", answers, "--lang", "de", "--out", out);
  expect(code, stderr).toBe(0);
  expectGerman(out, "*/*.html");
  const [page = ""] = globSync("feedback/*.html", { cwd: out }).map((name) => readFileSync(join(out, name), "utf8"));
  expect(page).toContain("die nach den vollen Mini-Batches übrig bleiben");
  expect(page).toContain("Ein Mini-Batch, der nicht in den Speicher des Prozessors passt");
  expect(page).not.toContain('lang="en"');
});

test("quiz --lang de: no English is left on the page", async () => {
  const page = join(folder.path, "page.html");
  const { code, stderr } = await runHere(root, "quiz", "w1-quiz", "--lang", "de", "--html", page);
  expect(code, stderr).toBe(0);
  const html = readFileSync(page, "utf8");
  expect(html).toContain("Welche Aufteilung eignet sich am besten?");
  expect(leftOvers(html)).toEqual([]);
});

test("check --lang: names the languages there are", async () => {
  const { code, stderr } = await runHere(root, "check", "w2-optimization", "nothing.ts", "--lang", "fr");
  expect(code).toBe(2);
  expect(stderr.trim()).toBe("error: option '--lang <language>' argument 'fr' is invalid. Allowed choices are en, de.");
});

function expectGerman(out: string, pages: string): void {
  const found = globSync(pages, { cwd: out });
  expect(found.length).toBeGreaterThan(1);
  for (const page of found) {
    const html = readFileSync(join(out, page), "utf8");
    expect(html, page).toContain('<html lang="de">');
    expect(leftOvers(html), page).toEqual([]);
  }
}
