import { describe, expect, test } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { misconceptions } from "../../../reference/w1-initialization/misconceptions.ts";
import * as reference from "../../../reference/w1-initialization/solution.ts";
import { casesOfCourses, testCasesOf } from "../test-cases-of.ts";

const assignment = await openAssignment("w1-initialization");

describe("cases of w1-initialization", () => {
  testCasesOf(assignment, reference, misconceptions);

  test("there are cases of one layer, of one unit and of equal widths, and other courses have other widths", () => {
    const [first = [], second = []] = casesOfCourses(assignment).map((cases) =>
      cases.flatMap(({ args: [dims] }) => (dims?.kind === "array" ? [[...dims.data].join("-")] : [])),
    );
    expect(first).toEqual(expect.arrayContaining(["2-4", "1-1", "3-3-3"]));
    expect(first).not.toEqual(second);
  });
});
