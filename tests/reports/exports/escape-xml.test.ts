import { expect, test } from "vitest";
import { escapeXml } from "../../../reports/exports/escape-xml.ts";

test("escapeXml() escapes what has a meaning, in elements and attributes", () => {
  expect(escapeXml(`<a b="c" d='e'>&\n\t`)).toBe("&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;&#10;&#9;");
});

test("escapeXml() leaves out what XML 1.0 forbids and keeps every other character", () => {
  expect(escapeXml("a\u0000b\u0008c\u001bd\ufffee\ud800f")).toBe("abcdef");
  expect(escapeXml("é 数 😀 \ufffd")).toBe("é 数 😀 \ufffd");
});
