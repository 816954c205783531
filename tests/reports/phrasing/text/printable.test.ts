import { expect, test } from "vitest";
import { printable } from "../../../../reports/phrasing/text/printable.ts";

test("printable() shows what a terminal would obey", () => {
  expect(printable("\u001b[31mred\u001b[0m\u0007\u0000\u009b1A\u007f")).toBe(
    "\\u001b[31mred\\u001b[0m\\u0007\\u0000\\u009b1A\\u007f",
  );
});

test("printable() shows what would reorder or hide text", () => {
  expect(printable("a\u202eb\u2066c\u200bd\ufefff\u{e0041}g\ud800h")).toBe(
    "a\\u202eb\\u2066c\\u200bd\\ufefff\\u{e0041}g\\ud800h",
  );
});

test("printable() keeps line feeds and tabs only on request", () => {
  expect(printable("a\r\nb\tc\u2028d")).toBe("a\\r\\nb\\tc\\u2028d");
  expect(printable("a\r\nb\tc\u2028d\re", { lines: true })).toBe("a\nb\tc\\u2028d\\re");
});

test("printable() leaves every script, joiners and emoji alone", () => {
  const text = "Ångström 深層学習 نمی\u200cخواهم क्\u200dष 🙂 {{x}} <b>";
  expect(printable(text)).toBe(text);
});

test("printable() shows marks that would cover the lines around", () => {
  expect(printable(`Z${"\u0336".repeat(8)}`)).toBe(`Z${"\u0336".repeat(8)}`);
  expect(printable(`Z${"\u0336".repeat(10)}`)).toBe(`Z${"\u0336".repeat(8)}\\u0336\\u0336`);
  const marks = "a\u0300\u20dd\u0489".repeat(40).replaceAll("a", "");
  expect(printable(printable(marks))).toBe(printable(marks));
});

test("printable() applied twice changes nothing more", () => {
  const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCharCode(code)).join("");
  expect(printable(printable(all))).toBe(printable(all));
  expect(printable(all)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u);
});
