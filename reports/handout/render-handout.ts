import { Marked } from "marked";
import markedKatex from "marked-katex-extension";
import { compileTemplate } from "../pages/compile-template.ts";

/** A handout as its author wrote it. */
export type Handout = {
  readonly title: string;
  /** Markdown with formulas between dollars. */
  readonly markdown: string;
  /** What it is a part of, and which version: for the head of the page. */
  readonly eyebrow: string;
};

const renderPage = compileTemplate<{ title: string; eyebrow: string; body: string }>("handout");

/**
 * A handout as one self-contained HTML file without script. Formulas are MathML, which browsers show without fonts or styles of ours.
 * The author is trusted: HTML in the text stays.
 * @throws {Error} where a formula is none.
 */
export function renderHandout({ title, markdown, eyebrow }: Handout): string {
  const marked = new Marked({ gfm: true, async: false });
  marked.use(markedKatex({ output: "mathml", throwOnError: true, nonStandard: true }));
  marked.use({
    renderer: {
      // Links within the page lead to headings by the names that GitHub gives them.
      heading({ tokens, depth, text }): string {
        return `<h${depth} id="${anchor(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
    },
  });
  const body = marked.parse(markdown, { async: false });
  return renderPage({ title, eyebrow, body });
}

const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
