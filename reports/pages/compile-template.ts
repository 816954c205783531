import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import Handlebars from "handlebars";
import { currentLanguage, type Language } from "../messages/language.ts";
import { write } from "../messages/message.ts";

const folder = new URL("./templates/", import.meta.url);
const settings = {
  strict: true,
  noEscape: false,
  knownHelpersOnly: true,
  knownHelpers: { t: true, strong: true, link: true, language: true, english: true },
  preventIndent: true,
} as const;
const handlebars = Handlebars.create();

// {{t "page.key" name=value}}: a message as markup, its values escaped. {{strong value}}: a value of a message that stands out.
// {{link anchor text}}: one that leads to another place of the page.
// {{language}}: the language of the page. {{english}}: the attribute of an element whose text is in English on every page.
handlebars.registerHelper("t", (key: string, { hash }: Handlebars.HelperOptions) => {
  const escaped = Object.entries(hash as Record<string, unknown>).map(([name, value]) => [
    name,
    typeof value === "number" ? value : Handlebars.escapeExpression(value as string),
  ]);
  return new Handlebars.SafeString(write(key, Object.fromEntries(escaped)));
});
handlebars.registerHelper("strong", (value: unknown) => {
  return new Handlebars.SafeString(`<strong>${Handlebars.escapeExpression(String(value))}</strong>`);
});
handlebars.registerHelper("link", (anchor: unknown, text: unknown) => {
  const [place, words] = [anchor, text].map((one) => Handlebars.escapeExpression(String(one)));
  return new Handlebars.SafeString(`<a href="#${place}">${words}</a>`);
});
handlebars.registerHelper("language", currentLanguage);
handlebars.registerHelper("english", () => (currentLanguage() === "en" ? "" : new Handlebars.SafeString(' lang="en"')));

for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  const partial = /^_(.+)\.(?:hbs|css)$/.exec(basename(file))?.[1];
  if (partial !== undefined) handlebars.registerPartial(partial, handlebars.compile(read(file), settings));
}

/**
 * Compiles a page's template, once per process. Templates are strict: a field that the view lacks is an error, so every
 * field is present, and null where there is nothing. Files whose names begin with `_` are partials, in any folder
 * below.
 * @param name Of the file in `templates/`, without `.hbs`.
 */
export function compileTemplate<View extends object>(name: string): (view: View) => string {
  const template = handlebars.compile<View>(read(`${name}.hbs`), settings);
  return (view) => template(view);
}

function read(file: string): string {
  return readFileSync(new URL(file.replaceAll("\\", "/"), folder), "utf8");
}

/** A script of ours that a page contains, and the hash by which its content policy allows it. */
export type InlineScript = { readonly script: string; readonly scriptHash: string };

/**
 * Reads a script of ours; what is returned gives it in the language that is being written: `{{t page.key}}` in its texts stands for a
 * message that takes nothing. Line ends become line feeds, so the bytes are the same on every system.
 */
export function inlineScript(file: URL): () => InlineScript {
  const source = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  const made = new Map<Language, InlineScript>();
  return () => {
    const language = currentLanguage();
    const script = source
      .replaceAll("{{language}}", language)
      .replaceAll(/\{\{t ([\w.-]+)\}\}/g, (_, key: string) => write(key));
    const known = made.get(language) ?? {
      script,
      scriptHash: `sha256-${createHash("sha256").update(script).digest("base64")}`,
    };
    made.set(language, known);
    return known;
  };
}
