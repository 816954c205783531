import { readdir, readFile } from "node:fs/promises";
import { type ParserOptions, parse } from "@babel/parser";
import { expect, test } from "vitest";
import { scanTokens } from "../../../graders/source/scan-tokens.ts";

const kindsOf = (text: string) => scanTokens(text, 1000).kinds.join(" ");
const folder = new URL("../../../", import.meta.url);

/** Where Babel's tokens begin, in the same terms: without semicolons, trailing commas and what stands inside templates. */
function babelLines(text: string): number[] {
  const options: ParserOptions = { sourceType: "module", plugins: ["typescript"], tokens: true };
  const tokens: { type: { label: string } | string; start: number; end: number; loc: { start: { line: number } } }[] =
    [];
  for (const token of parse(text, options).tokens ?? []) {
    const source = text.slice(token.start, token.end);
    const label = token.type.label;
    if (token.type === "CommentLine" || token.type === "CommentBlock" || label === "eof" || source === ";") continue;
    if (/^[)\]}]$/.test(source) && tokens.length > 0 && label !== "template") {
      const last = tokens.at(-1);
      if (last !== undefined && text.slice(last.start, last.end) === ",") tokens.pop();
    }
    // Shifts and the ends of nested type arguments: one bracket at a time.
    for (let i = 0; i < (/^(?:>>>?|<<)$/.test(source) ? source.length : 1); i++) tokens.push(token);
  }
  return tokens.map(({ loc }) => loc.start.line);
}

test("scanTokens() finds the tokens that Babel finds, line by line, in every source of the assignments that has no template", async () => {
  const files = (await readdir(new URL("assignments/", folder), { recursive: true })).filter((name) =>
    name.endsWith(".ts"),
  );
  let compared = 0;
  for (const file of files) {
    const text = await readFile(new URL(`assignments/${file}`, folder), "utf8");
    // Babel has four tokens where a template has two; and some examples are no TypeScript.
    if (text.includes("`") || file.includes("syntax-error")) continue;
    expect(scanTokens(text, 1e6).fromLines, file).toEqual(babelLines(text));
    compared++;
  }
  expect(compared).toBeGreaterThan(40);
});

test("scanTokens() treats all names, literals and declaring keywords alike, and leaves out comments, semicolons and trailing commas", () => {
  const one = "const total = f(a.b, 'x', 1.5e-3); // sum\nfor (let i = 0; i < 3; i++) {}";
  const other = 'let s=g(\n  p.q,\n  "other",\n  0xff,\n)\n/* loop */ for (var j = 9; j < n_; j++) {}';
  expect(kindsOf(one)).toBe(
    "let name = name ( name . name , string , number ) for ( let name = number name < number name ++ ) { }",
  );
  expect(kindsOf(other)).toBe(kindsOf(one).replace("name < number", "name < name"));
});

test("scanTokens() distinguishes regular expressions from divisions, and handles templates", () => {
  expect(kindsOf("x = a / b / c")).toBe("name = name / name / name");
  expect(kindsOf("x = /[/]\\/b/g.test(y)")).toBe("name = regular expression . name ( name )");
  expect(kindsOf(`f(\`a \${ { b: \`c\${d}\` }.b } e\`) + 1`)).toBe(
    "name ( template { name : template name template } . name template ) + number",
  );
});

test("scanTokens() continues after a syntax error, and counts lines", () => {
  const { kinds, fromLines } = scanTokens("let x = (1 +\n\n'open\nlet y = 2 }", 100);
  expect(kinds.join(" ")).toBe("let name = ( number + string let name = number }");
  expect(fromLines).toEqual([1, 1, 1, 1, 1, 1, 3, 4, 4, 4, 4, 4]);
});

test("scanTokens() stops after the requested number of tokens, and says so", () => {
  expect(scanTokens("a b c", 2)).toMatchObject({ kinds: ["name", "name"], isCut: true });
  expect(scanTokens("a b c", 3).isCut).toBe(false);
});

const size = 400_000;
const nasty = [
  "!",
  "/[",
  "\\/",
  "=/a",
  `\`\${`,
  "/*",
  "'\\a",
  "\\u",
  "a",
  "1",
  "async<T>(a=",
  "`$",
  "'\n",
  "\ud800",
  "`\\",
  "(",
  "a?(b):",
];

test.each(nasty)("scanTokens() reads 400 KB of %j in linear time", (piece) => {
  const started = performance.now();
  scanTokens(piece.repeat(size / piece.length), 20_000);
  // What is not linear takes minutes here.
  expect(performance.now() - started).toBeLessThan(5000);
});

test.each([
  ["comment lines", 8, "", "//\n", ""],
  ["many comments", 32, "", "/**/", ""],
  ["one name", 32, "", "a\u00e9", ""],
  ["one string", 32, '"', "\\a", '"'],
  ["one template", 32, "`", "$a", "`"],
  ["one number", 8, "", "1", ""],
  ["one regular expression", 8, "x = /", "[a]", "/"],
])("scanTokens() reads %s of %d MB, and what stands behind", (_, megabytes, before, piece, behind) => {
  const text = `${before}${piece.repeat((megabytes * 1e6) / piece.length)}${behind} + end`;
  const started = process.cpuUsage().user;
  const { kinds, isCut } = scanTokens(text, 20_000);
  expect(isCut || kinds.slice(-2).join(" ") === "+ name").toBe(true);
  expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(5);
});
