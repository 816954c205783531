import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { runInThisContext } from "node:vm";
import Handlebars from "handlebars";
import type { Steps } from "../../assignments/steps/in-turns.ts";
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

/** A template, compiled when it is first needed. */
type Template = {
  readonly render: Handlebars.TemplateDelegate;
  /** Does what is still to do of compiling it and the partials in it, one by one. */
  readonly compiling: () => Steps<void>;
};

const partials = new Map<string, Template>();
for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  const name = /^_(.+)\.(?:hbs|css)$/.exec(basename(file))?.[1];
  if (name === undefined) continue;
  const partial = templateOf(file);
  partials.set(name, partial);
  handlebars.registerPartial(name, partial.render);
}

function templateOf(file: string): Template {
  const source = read(file);
  let compiled: Handlebars.TemplateDelegate | undefined;
  const compile = (): Handlebars.TemplateDelegate => {
    // `handlebars.compile` compiles with the first page, and then all that the page meets at once.
    const specification = handlebars.precompile(source, settings) as string;
    compiled ??= handlebars.template(runInThisContext(`(${specification})`, { filename: file }));
    return compiled;
  };
  return {
    render: (context, options) => (compiled ?? compile())(context, options),
    *compiling() {
      if (compiled !== undefined) return;
      compile();
      yield;
      for (const [, name = ""] of source.matchAll(/\{\{#?>\s*([\w-]+)/g)) yield* partials.get(name)?.compiling() ?? [];
    },
  };
}

/** Renders a page, or a part of one. */
export type RenderTemplate<View extends object> = ((view: View) => string) & {
  /** Compiles it with its partials, one by one, so that nobody waits for all of them: those who then render find them compiled. */
  readonly compiling: () => Steps<void>;
};

/**
 * Reads a page's template, which is compiled once per process. Templates are strict: a field that the view lacks is an error, so every
 * field is present, and null where there is nothing. Files whose names begin with `_` are partials, in any folder
 * below.
 * @param name Of the file in `templates/`, without `.hbs`.
 */
export function compileTemplate<View extends object>(name: string): RenderTemplate<View> {
  const { render, compiling } = templateOf(`${name}.hbs`);
  return Object.assign((view: View) => render(view), { compiling });
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
