import { withoutTemplateText } from "./without-template-text.ts";

/** What a submission defines at its top level, exported or not. */
export type Definitions = {
  /** At most 200, without the default export's where that has no other name. */
  readonly names: readonly string[];
  /** Which of them is the default export. */
  readonly asDefault?: string;
};

const mostNames = 200;
const longestName = 200;

// esbuild writes each statement of the top level at the start of a line, without the comments of the source, and makes `var` of
// `let` and `const`.
const definition =
  /^(?:(?:async )?function\*? |(?:var|class) )([\p{ID_Start}$_][\p{ID_Continue}$]*)(?![\p{ID_Continue}$]| = (?:__toESM\()?require\()/gmu;
const defaultExport =
  /^(?: {2}default: \(\) => (?!\w+_default\b)|var \w+_default = )([\p{ID_Start}$_][\p{ID_Continue}$]*)[,;]?$/mu;

// A file that exports through `module` or `exports` is the body of a function in the bundle. Its lines are all set in, so that the search
// for its end stops where it has to.
const wrapped = /^var require_\w+ = __commonJS\(\{\n.*\n((?:(?: .*)?\n)*?) {2}\}\n\}\);$/gmu;
const unwrap = (code: string): string => code.replaceAll(wrapped, (_, body: string) => body.replaceAll(/^ {4}/gm, ""));

/** The names that a bundle's code defines at the top level. @param bundled As esbuild wrote it. */
export function definedNames(bundled: string): Definitions {
  const code = unwrap(withoutTemplateText(bundled));
  const names: string[] = [];
  for (const [, name = ""] of code.matchAll(definition)) {
    if (names.length === mostNames) break;
    if (name.length <= longestName && !ofEsbuild.test(name) && !names.includes(name)) names.push(name);
  }
  const asDefault = defaultExport.exec(code)?.[1];
  return asDefault !== undefined && names.includes(asDefault) ? { names, asDefault } : { names };
}

/** Helpers that esbuild puts in front. */
const ofEsbuild = /^(__\w+|import_\w+|\w+_exports|\w+_default|require_\w+)$/;
