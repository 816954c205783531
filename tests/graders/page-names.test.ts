import { describe, expect, it } from "vitest";
import { pageNames } from "../../graders/page-names.ts";

describe("pageNames()", () => {
  it("keeps plain names and makes equal ones different, also where case does not count", () => {
    expect(pageNames(["ada", "Ada", "ada", "lin-2"])).toEqual(["ada", "Ada-2", "ada-3", "lin-2"]);
  });

  it("leaves nothing that a system could take for a path, a device or a hidden file", () => {
    const names = ["../../x", "/etc/passwd", "a\nb", "CON", "nul", ".hidden", "", "x".repeat(300), "index", "a\u202Eb"];
    for (const page of pageNames(names)) {
      expect(page).toMatch(/^[\p{L}\p{N}_-][\p{L}\p{N}._-]{0,89}$/u);
      expect(page).not.toMatch(/^(con|nul|index)$/i);
    }
    expect(new Set(pageNames(names)).size).toBe(names.length);
  });

  it("keeps letters of any script", () => {
    expect(pageNames(["Łódź 1"])).toEqual(["Łódź_1"]);
  });
});
