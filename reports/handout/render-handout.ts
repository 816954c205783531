import { Marked, Renderer, type TokenizerAndRendererExtension } from "marked";
import markedKatex from "marked-katex-extension";
import type { CourseLine } from "../course/course-line.ts";
import { compileTemplate } from "../pages/compile-template.ts";

/** A handout as its author wrote it. */
export type Handout = {
  readonly title: string;
  /** Markdown with formulas between dollars. */
  readonly markdown: string;
  /** What it is a part of, and which version: for the head of the page. */
  readonly eyebrow: string;
  /** Default: it is no page of a course's site. */
  readonly courseLine?: CourseLine | undefined;
};

type HandoutView = {
  readonly title: string;
  readonly eyebrow: string;
  readonly body: string;
  readonly courseLine: CourseLine | null;
};

const renderPage = compileTemplate<HandoutView>("handout");

/**
 * A paragraph of one formula, over as many lines as its author likes, also where one of them begins as an item of a list does. The
 * extension knows those only that are on one line, or between lines of dollars.
 */
const formulaOverLines: TokenizerAndRendererExtension = {
  name: "formulaOverLines",
  level: "block",
  start(text) {
    const before = text.search(/\n\$\$/);
    return before < 0 ? undefined : before + 1;
  },
  tokenizer(text) {
    const [raw, formula] = /^\$\$([^$]+)\$\$[ \t]*(?:\n|$)/.exec(text) ?? [];
    if (raw === undefined || formula === undefined) return undefined;
    const tokens = [{ type: "inlineKatex", raw, text: formula.trim(), displayMode: true }];
    return { type: "formulaOverLines", raw, tokens };
  },
  renderer({ tokens = [] }) {
    return `<p>${this.parser.parseInline(tokens)}</p>\n`;
  },
};

/**
 * A handout as one self-contained HTML file without script. Formulas are MathML, which browsers show without fonts or styles of ours.
 * The author is trusted: HTML in the text stays.
 * @throws {Error} where a formula is none.
 */
export function renderHandout({ title, markdown, eyebrow, courseLine }: Handout): string {
  const marked = new Marked({ gfm: true, async: false });
  let section = "";
  marked.use(markedKatex({ output: "mathml", throwOnError: true, nonStandard: true }));
  marked.use({
    extensions: [formulaOverLines],
    renderer: {
      // Links within the page lead to headings by the names that GitHub gives them.
      heading({ tokens, depth, text }): string {
        section = anchor(text);
        return `<h${depth} id="${section}">${this.parser.parseInline(tokens)}</h${depth}>\n`;
      },
      // Named after its section: Markdown has no captions.
      table(token): string {
        const table = Renderer.prototype.table.call(this, token);
        return section === "" ? table : table.replace("<table>", `<table aria-labelledby="${section}">`);
      },
      // A header without words, above numbers, heads nothing; without this, marked does as it always does.
      tablecell: ({ header, text }) => (header && text === "" ? "<td></td>\n" : false),
    },
  });
  const body = marked.parse(markdown, { async: false });
  return renderPage({ title, eyebrow, body, courseLine: courseLine ?? null });
}

const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replaceAll(/\s/g, "-");
