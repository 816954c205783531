import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pageNames } from "../../../graders/class/page-names.ts";

describe("pageNames()", () => {
  it("keeps plain names and makes equal ones different, also where case does not count", () => {
    expect(pageNames(["ada", "Ada", "ada", "lin-2"])).toEqual(["ada", "Ada-2", "ada-3", "lin-2"]);
  });

  it("leaves nothing that a system could take for a path, a device or a hidden file", () => {
    const names = ["../../x", "/etc/passwd", "a\nb", "CON", "nul", ".hidden", "", "x".repeat(300), "index", "a\u202Eb"];
    for (const page of pageNames(names)) {
      expect(page).toMatch(/^[\p{L}\p{N}_-][\p{L}\p{N}._-]*$/u);
      expect(Buffer.byteLength(page)).toBeLessThanOrEqual(170);
      expect(page).not.toMatch(/^(con|nul|index)$/i);
    }
    expect(new Set(pageNames(names)).size).toBe(names.length);
  });

  it("leaves room for what is put behind them, in bytes", () => {
    const names = ["作".repeat(84), "\u{1d400}".repeat(60), "e\u0301".repeat(120), "x".repeat(255)];
    for (const page of pageNames([...names, ...names]))
      expect(Buffer.byteLength(`${page}.json.0123456789ab.tmp`)).toBeLessThan(200);
  });

  it("gives no two submissions one file, cut within a letter or compared without case", () => {
    for (const pair of [
      [`${"x".repeat(79)}\u{1d400}`, `${"x".repeat(79)}\u{10000}`],
      [`${"x".repeat(159)}\u{1d400}`, `${"x".repeat(159)}\u{10000}`],
      ["s", "ſ"],
    ]) {
      const pages = pageNames(pair).map((page) => Buffer.from(page).toString().toUpperCase());
      expect(new Set(pages).size).toBe(2);
    }
  });

  it("gives no two submissions one file where a file system folds case in full, or composes letters", () => {
    const groups = [
      ["ẞ", "ß", "ss", "SS", "sS", "ſs"],
      ["straẞe", "STRASSE", "straße"],
      ["ı", "I", "i"],
      ["\u212a", "k", "K"],
      ["ﬁ", "fi", "FI"],
      ["σ", "ς", "Σ"],
      ["\u00e9", "e\u0301", "\u00c9", "E\u0301"],
      ["Å", "\u212b", "a\u030a"],
      ["con", "CON.", "Con._"],
    ];
    for (const group of groups) {
      const pages = pageNames(group);
      const once = new Set(pages.map((page) => page.normalize("NFKD").toLowerCase().toUpperCase()));
      expect(once.size, group.join()).toBe(group.length);
      for (const page of pages) expect(page).not.toMatch(/[._]$|^con$/i);
    }
  });

  it("gives no two submissions names that a pattern without case takes for one", () => {
    const tricky = fc.constantFrom(...Array.from("ßẞsSſıIiİkK\u212aσςΣµμΜǅǆé\u0301eEΩ\u2126Å\u030a.-_"));
    const name = fc.array(tricky, { maxLength: 4 }).map((letters) => letters.join(""));
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 8 }), (names) => {
        const pages = pageNames(names).map((page) => page.normalize("NFD"));
        for (const [i, page] of pages.entries()) {
          // Characters of a page that mean something in a pattern are "." and "-" alone.
          const same = new RegExp(`^${page.replaceAll(".", "\\.")}$`, "iu");
          expect(pages.filter((other, j) => j !== i && same.test(other))).toEqual([]);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("takes time in proportion to the names where all of them begin alike", () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `${"x".repeat(200)}${i}`);
    const before = process.cpuUsage();
    expect(new Set(pageNames(names)).size).toBe(names.length);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).toBeLessThan(2000);
  });

  it("leaves no device with an extension and no option of a command", () => {
    expect(pageNames(["nul.tar", "COM¹", "-rf", "--out=x", "console"])).toEqual([
      "_nul.tar",
      "_COM¹",
      "_rf",
      "_-out_x",
      "console",
    ]);
  });

  it("keeps letters of any script", () => {
    expect(pageNames(["Łódź 1"])).toEqual(["Łódź_1"]);
  });
});
