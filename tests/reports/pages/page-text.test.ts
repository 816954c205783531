import { expect, test } from "vitest";
import { encodePath } from "../../../reports/pages/page-text.ts";

test("encodePath() encodes each segment, so that no name becomes a scheme, query or fragment", () => {
  expect(encodePath("a b/ü#1?.html")).toBe("a%20b/%C3%BC%231%3F.html");
  expect(encodePath("javascript:alert(1)")).toBe("javascript%3Aalert(1)");
  expect(encodePath("../up\\x")).toBe("../up%5Cx");
  expect(encodePath("lone\ud800")).toBe("lone%EF%BF%BD");
});

test("encodePath() refuses paths that leave the folder by their root", () => {
  expect(() => encodePath("//host/x")).toThrow('Cannot link to "//host/x": a relative path is needed');
  expect(() => encodePath("")).toThrow(RangeError);
});
