import { describe, expect, it } from "vitest";
import { disarmCommands } from "../../../../reports/phrasing/text/disarm-commands.ts";

describe("disarmCommands()", () => {
  it("leaves no line that a runner takes for a command", () => {
    const log = "::error::a\n  ::add-mask::b\nc ##vso[task.complete]d ##[set-env name=X]e ####[f ##teamcity[g]";
    expect(disarmCommands(log)).not.toMatch(/^\s*::|##\w*\[/m);
    expect(disarmCommands("::error::a ##vso[b]")).toBe("\\u003a:error::a \\u0023#vso[b]");
  });

  it("leaves every other text as it is, and applied twice changes nothing more", () => {
    const text = "a::b\n## Heading\n#[1] std::vector\n# [x]";
    expect(disarmCommands(text)).toBe(text);
    expect(disarmCommands(disarmCommands("::x ##[y"))).toBe(disarmCommands("::x ##[y"));
  });
});
