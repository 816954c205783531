import { writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { parse, type Token } from "@messageformat/parser";
import { build } from "esbuild";
import { de } from "./de.ts";
import { en } from "./en.ts";
import type { Language } from "./language.ts";

const load = createRequire(import.meta.url);
// CommonJS, of which the types do not say so.
const MessageFormat = load("@messageformat/core") as typeof import("@messageformat/core").default;
const compileModule = load(
  "@messageformat/core/compile-module.js",
) as typeof import("@messageformat/core/lib/compile-module.js").default;

type Messages = Readonly<Record<string, string>>;

const banner = "// Generated from the messages by `npm run generate`; do not edit.\n";

/**
 * Compiles one language: a function for each message, which needs nothing else when it is called. To parse messages when they are first
 * needed, and to load what parses them, would take longer than everything else that a check prints.
 * @returns JavaScript of a module, from which no types need to be taken before it runs: a line for each message, in the order of their keys.
 */
export async function compileMessages(language: Language, messages: Messages): Promise<string> {
  const sorted = Object.fromEntries(Object.entries(messages).sort(([a], [b]) => (a < b ? -1 : 1)));
  const { outputFiles } = await build({
    stdin: {
      contents: compileModule(new MessageFormat(language), sorted).replace("export default", "export const messages ="),
      resolveDir: fileURLToPath(new URL(".", import.meta.url)),
    },
    bundle: true,
    write: false,
    format: "esm",
    charset: "utf8",
    // It would name the files of packages.
    legalComments: "none",
  });
  const [output] = outputFiles;
  if (output === undefined) throw new Error(`Cannot compile the messages of "${language}"`);
  return `${banner}${output.text.replaceAll(/^\/\/ .*\n/gm, "")}`;
}

/** What the messages take, as a type. @returns Source text of a module. */
export function describeValues(messages: Messages): string {
  const lines = Object.keys(messages)
    .sort()
    .map((key) => `  ${JSON.stringify(key)}: ${typeOf(argumentsOf(messages[key] ?? ""))};\n`);
  return `${banner}\n/** What each message takes: nothing, or values by name. */\nexport type MessageValues = {\n${lines.join("")}};\n`;
}

/**
 * The arguments of a message.
 * @returns By name, what one may be: `number` for a plural, the words of a choice, or anything that is written as it is.
 * @throws Error for a `#`, which would write numbers in another way than the rest of a page, for what is no plain argument, and for a plural
 * that lacks a form of the language.
 */
export function argumentsOf(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const add = (token: Token): void => {
    if (token.type === "content") return;
    if (token.type === "octothorpe" || token.type === "function" || token.type === "selectordinal")
      throw new Error(`Cannot use ${token.type} in the message ${JSON.stringify(text)}`);
    if (token.type === "argument") {
      if (!found.has(token.arg)) found.set(token.arg, "string | number");
      return;
    }
    const forms = token.cases.map(({ key }) => key);
    if (token.type === "plural" && !(forms.includes("one") && forms.includes("other")))
      throw new Error(`There is no singular or no plural in the message ${JSON.stringify(text)}`);
    const words = token.cases.map(({ key }) => (key === "other" ? "string" : JSON.stringify(key)));
    const kind = token.type === "plural" ? "number" : words.includes("string") ? "string" : words.join(" | ");
    found.set(token.arg, kind);
    for (const { tokens } of token.cases) tokens.forEach(add);
  };
  parse(text, { cardinal: ["one", "other"] }).forEach(add);
  return found;
}

function typeOf(args: ReadonlyMap<string, string>): string {
  if (args.size === 0) return "undefined";
  const members = [...args].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, kind]) => `readonly ${name}: ${kind}`);
  return `{ ${members.join("; ")} }`;
}

const folder = new URL("./compiled/", import.meta.url);

/** What is generated: the file and its text. */
export const generateMessages = async (): Promise<readonly (readonly [file: URL, text: string])[]> => [
  [new URL("en.js", folder), await compileMessages("en", en)],
  [new URL("de.js", folder), await compileMessages("de", de)],
  [new URL("message-values.ts", folder), describeValues(en)],
];

if (import.meta.main) for (const [file, text] of await generateMessages()) await writeFile(file, text);
