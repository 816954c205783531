import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { parse } from "@babel/parser";
import { transform } from "esbuild";
import { extract } from "tar-stream";
import { beforeAll, describe, expect, it } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import {
  assignmentsFolder,
  listAssignments,
  listQuizzes,
  referenceFolder,
} from "../../../assignments/catalog/course.ts";
import { userDirectory } from "../../../assignments/storage/user-directory.ts";
import { openSpokenQuiz } from "../../../graders/quiz/spoken-quiz.ts";
import { packSelf } from "../../../graders/release/own-tarball.ts";
import { type KitContent, makeKit } from "../../../graders/release/release-kit.ts";
import { scanTokens } from "../../../graders/source/scan-tokens.ts";
import { alsoRightName } from "../../../reference/misconceptions/misconception-sources.ts";
import { misconceptionTexts } from "../../../reference/misconceptions/misconception-texts.ts";
import { alternativesFileOf } from "../../../reference/oracle/alternatives.ts";
import { speak } from "../../../reports/messages/language.ts";
import { renderQuizPage } from "../../../reports/quiz/render-quiz-page.ts";

const assignments = await listAssignments();
const quizzes = await listQuizzes();
/** Below this a body is what anybody would write: `return tf.add(a, b)`. */
const fewestTokens = 20;

/** Everything that leaves the checkout, by where it is. */
const texts = new Map<string, string>();

function note(where: string, content: KitContent): void {
  for (const [path, file] of Object.entries(content)) {
    if (!path.endsWith(".tgz")) texts.set(`${where}/${path}`, Buffer.from(file).toString("utf8"));
  }
}

async function unpack(tarball: Uint8Array): Promise<KitContent> {
  const files: Record<string, string> = {};
  const archive = extract();
  archive.on("entry", (header, stream, next) => {
    const parts: Buffer[] = [];
    stream.on("data", (part) => parts.push(part as Buffer));
    stream.on("end", () => {
      files[header.name] = Buffer.concat(parts).toString("utf8");
      next();
    });
  });
  archive.end(gunzipSync(tarball));
  await new Promise<void>((resolve) => archive.on("finish", () => resolve()));
  return files;
}

beforeAll(async () => {
  const gradecheck = await packSelf();
  note("package", await unpack(gradecheck.bytes));
  const cacheDirectory = userDirectory("cache", process.env);
  for (const id of assignments) note(id, await makeKit(id, { cacheDirectory, gradecheck }));
  for (const id of quizzes) note(id, await quizKit(id));
  speak("de");
  for (const id of assignments) note(`${id} in German`, await makeKit(id, { cacheDirectory, gradecheck }));
  for (const id of quizzes) note(`${id} in German`, await quizKit(id));
  speak("en");
}, 240_000);

async function quizKit(id: string): Promise<KitContent> {
  const { quiz, ...spoken } = await openSpokenQuiz(id);
  return { "quiz.html": renderQuizPage(quiz, { ...spoken, student: "", seed: 1 }) };
}

/** Code without types, and its tokens without names, literals and layout. */
async function tokensOf(code: string): Promise<string> {
  const plain = await transform(code, { loader: "ts", target: "es2024", logLevel: "silent" });
  return scanTokens(plain.code, 1_000_000).kinds.join(" ");
}

/** The bodies of all functions of a module, as tokens. */
async function bodiesOf(file: string): Promise<string[]> {
  const text = await readFile(file, "utf8");
  const { program } = parse(text, { sourceType: "module", plugins: ["typescript"] });
  const bodies = program.body.flatMap((statement) => {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : statement;
    if (declared?.type === "FunctionDeclaration") return [declared.body];
    if (declared?.type !== "VariableDeclaration") return [];
    return declared.declarations.flatMap(({ init }) =>
      init?.type === "ArrowFunctionExpression" && init.body.type === "BlockStatement" ? [init.body] : [],
    );
  });
  const sources = bodies.map(({ start, end }) => `async function* f() ${text.slice(start ?? 0, end ?? 0)}`);
  const tokens = await Promise.all(sources.map(tokensOf));
  const inner = tokens.map((all) => all.slice(all.indexOf("{") + 1, all.lastIndexOf("}")).trim());
  return inner.filter((body) => body.split(" ").length >= fewestTokens);
}

/** References, their alternatives, other right solutions, and example submissions that are right all through. */
async function rightFiles(): Promise<string[]> {
  const files = assignments.map((id) => join(referenceFolder(id), "solution.ts"));
  for (const id of assignments) {
    const alternatives = alternativesFileOf(join(referenceFolder(id), "solution.ts"));
    if (alternatives !== undefined) files.push(alternatives);
    const others = join(referenceFolder(id), alsoRightName);
    files.push(...(await readdir(others)).map((name) => join(others, name)));
    const folder = join(assignmentsFolder(), id, "examples");
    const right = (await readdir(folder)).filter((name) => /(perfect|right|correct).*\.ts$/.test(name));
    files.push(...right.map((name) => join(folder, name)));
  }
  return files;
}

const isCode = (path: string): boolean => /\.[cm]?[jt]s$/.test(path) && !path.endsWith(".d.ts");

/** Where one of some texts stands. */
function findAll(needles: readonly string[]): string[] {
  return [...texts].flatMap(([path, text]) =>
    needles.filter((needle) => text.includes(needle)).map((one) => `${path}: ${one}`),
  );
}

/** All sentences in data. */
function longTexts(data: unknown): string[] {
  if (typeof data === "string") return data.length >= 25 && data.includes(" ") ? [data] : [];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(longTexts) : [];
}

describe("the package and the kits", () => {
  it("hold no body of a solution, whatever its names, layout and types", async () => {
    // Some functions are given in a starter.
    const starters = await Promise.all(assignments.map((id) => bodiesOf(join(assignmentsFolder(), id, "starter.ts"))));
    const given = new Set(starters.flat());
    const bodies = (await Promise.all((await rightFiles()).map(bodiesOf))).flat().filter((body) => !given.has(body));
    expect(bodies.length).toBeGreaterThan(60);
    const leaks: string[] = [];
    let files = 0;
    for (const [path, text] of texts) {
      if (!isCode(path)) continue;
      files += 1;
      const tokens = await tokensOf(text);
      leaks.push(...bodies.filter((body) => tokens.includes(body)).map((body) => `${path}: ${body}`));
    }
    expect(files).toBeGreaterThan(300);
    expect(leaks).toEqual([]);
  }, 60_000);

  it("would be caught with one", async () => {
    const solution = await readFile(join(referenceFolder("w2-optimization"), "solution.ts"), "utf8");
    const [body = ""] = await bodiesOf(join(referenceFolder("w2-optimization"), "solution.ts"));
    const renamed = solution.replaceAll("parameters", "p").replaceAll("\n", " \n ");
    expect(await tokensOf(renamed)).toContain(body);
  });

  it("hold no word of a misconception", async () => {
    const sources = await Promise.all(
      assignments.map(async (id) => {
        const names = (await readdir(referenceFolder(id))).filter((name) => name.endsWith("misconceptions.ts"));
        return Promise.all([
          ...names.map((name) => import(join(referenceFolder(id), name))),
          misconceptionTexts(id, "de"),
        ]);
      }),
    );
    const words = sources.flat().flatMap((module) => longTexts(module));
    expect(words.length).toBeGreaterThan(600);
    expect(findAll(words)).toEqual([]);
  });

  it("hold nothing of the database in a folder, which students do not need", () => {
    const { dependencies } = JSON.parse(texts.get("package/package/package.json") ?? "{}");
    expect(Object.keys(dependencies)).toContain("isolated-vm");
    expect(Object.keys(dependencies).filter((name) => name.includes("pglite"))).toEqual([]);
  });

  it("hold nothing of a quiz's key", async () => {
    const files = quizzes.flatMap((id) => ["key.json", "key.de.json"].map((name) => join(referenceFolder(id), name)));
    const keys = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, "utf8"))));
    const words = keys.flatMap(longTexts);
    expect(words.length).toBeGreaterThan(200);
    expect(findAll(words)).toEqual([]);
  });

  it("hold nothing of what only proofs read", async () => {
    const folders = await Promise.all(assignments.map((id) => readdir(referenceFolder(id))));
    const files = folders.flatMap((names, i) =>
      names
        .filter((name) => /^(equivalent-|score-).*\.json$/.test(name))
        .map((name) => join(referenceFolder(assignments[i] ?? ""), name)),
    );
    const records = await Promise.all(files.map(async (file) => JSON.parse(await readFile(file, "utf8"))));
    const reasons: string[] = records.flat().map(({ reason }) => reason);
    expect(reasons.length).toBeGreaterThan(20);
    expect(findAll(reasons)).toEqual([]);
  });

  it("hold all of a manifest but when work is due and how hidden cases are varied", async () => {
    let varied = 0;
    for (const id of assignments) {
      const { late: _, ...manifest } = (await openAssignment(id)).manifest;
      const exercises = manifest.exercises.map(({ variations, ...exercise }) => {
        varied += variations === undefined ? 0 : 1;
        return exercise;
      });
      const text = texts.get(`${id}/gradecheck/assignments/${id}/assignment.json`) ?? "";
      expect(JSON.parse(text)).toEqual({ ...manifest, exercises });
    }
    expect(varied).toBeGreaterThan(10);
  });

  it("hold no worked example, which an instructor may have kept as it is", () => {
    const schemas = [...texts.keys()].filter((path) => path.includes("/scaffold/schemas."));
    expect(schemas).not.toEqual([]);
    expect([...texts.keys()].filter((path) => path.includes("/scaffold/templates/"))).toEqual([]);
  });

  it("hold public cases alone, visible ones and small ones, and no generator, property or reference of an assignment", () => {
    const ofKits = [...texts.keys()].filter((path) => !path.startsWith("package/"));
    for (const name of ["/cases.json", "/small-cases.json"])
      expect(ofKits.filter((path) => path.endsWith(name))).toHaveLength(2 * assignments.length);
    expect(
      ofKits.filter((path) =>
        /(cases|properties|consistency|solution|alternatives|misconceptions)\.ts$|also-right/.test(path),
      ),
    ).toEqual([]);
    for (const path of ofKits.filter((name) => name.endsWith("cases.json"))) {
      const cases: Readonly<Record<string, object>> = JSON.parse(texts.get(path) ?? "");
      const ids = Object.values(cases).flatMap((own) => Object.keys(own));
      const own = path.endsWith("/cases.json") ? /^visible-\d+$/ : /^small-\d+:\d+$/;
      expect(ids.filter((id) => !own.test(id))).toEqual([]);
    }
    expect([...texts.keys()].filter((path) => /^package\/(package\/)?(assignments|reference)\/w\d/.test(path))).toEqual(
      [],
    );
  });
});
