import { describe, expect, test } from "vitest";
import { parseJson } from "../../../assignments/storage/parse-json.ts";

describe("parseJson()", () => {
  test("parseJson() parses what JSON.parse parses", () => {
    expect(parseJson('{"a":[1,null,"x"]}')).toEqual({ a: [1, null, "x"] });
  });

  test.each([
    ['{"a":1,}', "line 1, column 8: Expected double-quoted property name"],
    ['{\n  "a": 1,\n  "b": 2,,\n}', "line 3, column 10: Expected double-quoted property name"],
    ['{\n"at position 3": foo, "and": "something long after it"}', "line 2, column 19: Unexpected token 'o'"],
    ["[1,\n2\n", "line 3, column 1: Expected ',' or ']' after array element"],
    ["", "line 1, column 1: Unexpected end of JSON input"],
    ['["a', "line 1, column 4: Unterminated string"],
    ["[1] x", "line 1, column 5: Unexpected non-whitespace character after JSON"],
    ["NaN", 'line 1, column 1: "NaN" is not valid JSON'],
  ])("parseJson() names the place in %j", (text, message) => {
    expect(() => parseJson(text)).toThrow(new SyntaxError(message));
  });
});
