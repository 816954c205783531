import { originalPositionFor, TraceMap } from "@jridgewell/trace-mapping";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import { bundleSubmission } from "../../../sandbox/bundle/bundle-submission.ts";
import { readSourceMap } from "../../../sandbox/bundle/read-source-map.ts";
import { noPlaces, placeOf } from "../../../sandbox/bundle/source-places.ts";

const source = `export function f(a: number[]): number {
  const doubled = a.map((x) => x * 2);
  return doubled.reduce((sum, x) => sum + x, 0); // sums
}
`;

/** Script and map of a source. */
async function compiled(text: string): Promise<{ readonly code: string; readonly map: string }> {
  const stdin = { contents: text, loader: "ts", sourcefile: "submission:f.ts" } as const;
  const { outputFiles } = await build({ stdin, write: false, outfile: "/f.js", sourcemap: "external" });
  const [map = "", code = ""] = outputFiles.map((file) => file.text);
  return { map, code };
}

describe("placeOf()", () => {
  it("finds what the source map says, for every character of the code", async () => {
    const { code, map } = await compiled(source);
    const places = readSourceMap(map, source.length);
    const trace = new TraceMap(map);
    for (const [i, text] of code.split("\n").entries()) {
      for (let column = 0; column <= text.length; column++) {
        const found = originalPositionFor(trace, { line: i + 1, column });
        const expected =
          found.source === null ? undefined : { file: "f.ts", line: found.line, column: found.column + 1 };
        expect(placeOf(places, i + 1, column + 1)).toEqual(expected);
      }
    }
  });

  it.each([
    [0, 1],
    [1, 0],
    [999_999_999, 1],
    [-1, -1],
  ])("knows no place of line %d, column %d", async (line, column) => {
    const places = readSourceMap((await compiled(source)).map, source.length);
    expect(placeOf(places, line, column)).toBeUndefined();
  });
});

describe("readSourceMap()", () => {
  it("reads no map that is large beside its source, or large at all", async () => {
    const { map } = await compiled(source);
    expect(readSourceMap(map, source.length).pieces.length).toBeGreaterThan(100);
    expect(readSourceMap(map.padEnd(11_000), 10)).toBe(noPlaces);
    expect(readSourceMap(map.padEnd(2_000_000), 1_000_000)).toBe(noPlaces);
  });

  it("gives 990 KB of `x;` no places, so that they need no memory beside the code", async () => {
    const bytes = Buffer.from(`var x = 1;${"x;".repeat(490_000)}`);
    const options = { assignment: "w2-optimization", sourceBytes: 1_000_000 };
    const { places, code } = await bundleSubmission({ name: "x.ts", bytes }, options);
    expect(code.length).toBeGreaterThan(900_000);
    expect(places).toBe(noPlaces);
  });
});
