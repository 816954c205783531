import { describe, expect, it } from "vitest";
import { pageNames } from "../../graders/page-names.ts";

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
