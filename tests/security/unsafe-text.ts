import type { HtmlTag } from "../fixtures/read-html.ts";

/** Tags that the pages are made of; a submission could add another only by getting markup in. */
const ownTags = new Set(
  (
    "html head meta title style body header main footer section article aside nav h1 h2 h3 h4 p a ul ol li dl dt dd table caption " +
    "colgroup col thead tbody tfoot tr th td span strong em b i code pre samp kbd var sub sup small details summary div svg use " +
    "symbol defs desc g rect path circle line polyline text br wbr hr figure figcaption mark abbr time del ins s bdi " +
    // Formulas of handouts.
    "math semantics annotation mrow mi mo mn mtext mspace mstyle msub msup msubsup mover munder munderover mfrac msqrt mroot mtable mtr mtd"
  ).split(" "),
);
const liveAttribute = /^on|^(srcdoc|formaction|action|ping|background|poster|data)$/;

/** What of a tag could act in a browser: a tag that is not ours, a handler. */
export function liveMarkup({ name, attributes }: HtmlTag): string[] {
  const handlers = attributes.filter((attribute) => liveAttribute.test(attribute));
  return [...(ownTags.has(name) ? [] : [`<${name}>`]), ...handlers.map((handler) => `<${name} ${handler}>`)];
}

/**
 * Characters that move a cursor, hide or reorder text, but for line feeds and tabs, as escapes. The joiners U+200C and U+200D are
 * spelling, the invisible operators from U+2061 to U+2064 are read aloud in formulas.
 */
export function rawControls(text: string): string[] {
  const found = text.match(/(?![\n\t\u200c]|\u200d|[\u2061-\u2064])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu) ?? [];
  return [...new Set(found)].map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`);
}
