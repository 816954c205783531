import { createRequire } from "node:module";
import type { Steps } from "../../assignments/steps/in-turns.ts";
import { printable } from "../phrasing/text/printable.ts";
import type { Asked } from "../report/report.ts";
import { renderedOnce } from "./rendered-once.ts";

/** What is asked of a function, for a template. */
export type AskedView = {
  readonly signature: string | null;
  readonly formulas: readonly FormulaView[];
};

/** MathML, or what the author wrote where that is no formula. */
type FormulaView = { readonly math: string } | { readonly math: null; readonly code: string };

const load = createRequire(import.meta.url);

/** The view of what is asked; null where nothing is known. */
export function askedView(asked: Asked | undefined): AskedView | null {
  if (asked === undefined) return null;
  const { signature, formulas } = asked;
  return {
    signature: signature === undefined ? null : printable(signature, { lines: true }),
    formulas: formulas.map((formula) => {
      const text = printable(formula, { lines: true });
      const { math } = rendered(text);
      return math === "" ? { math: null, code: text } : { math };
    }),
  };
}

/** Renders formulas one by one, so that nobody waits while the first ones are: the views of what is asked then have them. */
export function* renderingFormulas({ formulas }: Asked): Steps<void> {
  for (const formula of formulas) {
    rendered(printable(formula, { lines: true }));
    yield;
  }
}

/** MathML, which browsers show without fonts or styles of ours; "" for a formula that is none. KaTeX is loaded for the first one. */
const rendered = renderedOnce((formula: string): { readonly math: string } => {
  const katex = load("katex") as typeof import("katex").default;
  try {
    const markup = katex.renderToString(formula, {
      displayMode: true,
      output: "mathml",
      throwOnError: true,
      strict: "ignore",
      trust: false,
      errorColor: "currentColor",
      maxExpand: 200,
      maxSize: 10,
    });
    // Of the element around it and the source in it, nobody sees anything.
    const math = /<math[\s\S]*<\/math>/.exec(markup)?.[0] ?? "";
    return {
      math: math.replace(/<annotation[\s\S]*<\/annotation>/, "").replaceAll("<mo>:</mo><mo>=</mo>", "<mo>:=</mo>"),
    };
  } catch {
    return { math: "" };
  }
});
