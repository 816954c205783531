import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { cellFault, csvTable, textCell } from "../../../reports/exports/csv-table.ts";
import { hostileNames } from "../../fixtures/marked-class.ts";

test("csvTable() writes what a reader of RFC 4180 reads back, whatever the cells hold", () => {
  const cell = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...hostileNames));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1 });
  fc.assert(
    fc.property(rows, (cells) => {
      const texts = cells.map((row) => row.map(textCell));
      const text = csvTable(texts);
      expect(text.endsWith("\r\n")).toBe(true);
      expect(parse(text)).toEqual(texts);
    }),
  );
});

test("textCell() leaves nothing at the start that a spreadsheet would compute, and nothing that cannot be seen", () => {
  for (const name of hostileNames) {
    const cell = textCell(name);
    expect(cell).not.toMatch(/^[=+\-@\t\r＝]/u);
    expect(cell).not.toMatch(/[\p{Cc}\u202e]/u);
  }
  expect(["=cmd()", "-2", "\ttab", "Zoë"].map(textCell)).toEqual(["'=cmd()", "'-2", "'\\ttab", "Zoë"]);
});

/** Where the cells of a line may begin for a spreadsheet that assumes another separator: quotes may count or not. */
const cellsBy = (separator: string, line: string): string[] =>
  line.split(separator).map((cell) => cell.replace(/^[\s"]+/, ""));

test("textCell() leaves no formula, whichever separator a spreadsheet assumes", () => {
  const piece = fc.oneof(
    fc.constantFrom(";", "|", "\t", ",", '"', " ", "=1+1", "＝1", "+1", "-1", "@A1", "x", "'", ...hostileNames),
    fc.string(),
  );
  const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
      const line = csvTable([texts.map(textCell)]).trimEnd();
      for (const cell of parse(line).flat()) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/u);
      for (const separator of [";", "|", "\t"])
        for (const cell of cellsBy(separator, line)) expect(cell, separator).not.toMatch(/^[=+\-@＝＋－＠]/u);
    }),
    { numRuns: 2000 },
  );
});

test("textCell() leaves ordinary names and sections as they are", () => {
  const names = [
    "O'Neil",
    "Jean-Luc",
    "Doe, Jane",
    "Ana María; B",
    "Smith-Jones | A",
    "a+b@example.org",
    "R&D - 2",
    "C=3",
  ];
  expect(names.map(textCell)).toEqual(names);
});

test("cellFault() says why text would not arrive as it is", () => {
  expect(["ada", "a-b", "007", "Zoë 😀"].map(cellFault)).toEqual([null, null, null, null]);
  expect(["", " ada", "=1", "a\nb", "\u202eada", "a;=1"].map(cellFault)).toEqual([
    "is empty",
    "starts or ends with a space",
    "starts like a formula",
    "holds a line break or a character that cannot be seen",
    "holds a line break or a character that cannot be seen",
    "holds a formula behind a semicolon, a bar or a tab",
  ]);
});
