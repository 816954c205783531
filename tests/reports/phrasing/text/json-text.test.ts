import { describe, expect, it } from "vitest";
import { disarmCommands, jsonText } from "../../../../reports/phrasing/text/json-text.ts";

describe("jsonText()", () => {
  const hostile = {
    "\u202ekey": "\u001b[31m \u009b \u007f \u2028 \u2066 \u{e0041} \ud800 \u0000",
    "plain é 作": [1, "a\nb"],
  };

  it("writes no character that acts on a terminal", () => {
    expect(jsonText(hostile)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    expect(jsonText({ name: "\u{e0041}" })).toBe('{"name":"\\udb40\\udc41"}');
  });

  it("is the same data for a parser, indented or not", () => {
    expect(JSON.parse(jsonText(hostile))).toEqual(hostile);
    expect(JSON.parse(jsonText(hostile, 2))).toEqual(hostile);
    expect(jsonText({ a: 1 }, 2)).toBe('{\n  "a": 1\n}');
  });

  it("writes nothing that a CI runner reads as a command", () => {
    const commands = { "##vso[a]": "##[set-env name=X]y ##teamcity[z]" };
    expect(jsonText(commands)).not.toMatch(/##\w*\[/);
    expect(JSON.parse(jsonText(commands))).toEqual(commands);
  });

  it("leaves text that people write as it is", () => {
    expect(jsonText("é 作業 👩‍💻")).toBe('"é 作業 👩‍💻"');
  });
});

describe("disarmCommands()", () => {
  it("leaves no line that a CI runner reads as a command", () => {
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
