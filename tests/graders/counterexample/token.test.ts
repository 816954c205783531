import { describe, expect, it } from "vitest";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { candidateOf } from "../../../graders/counterexample/prepare-candidates.ts";
import { readToken, tokenOf } from "../../../graders/counterexample/token.ts";

const assignment = await openAssignment("w2-optimization");
const { manifest } = assignment;

describe("tokenOf()", () => {
  it("says assignment, version, exercise, scenario and drawing, and nothing else", () => {
    const named = { exercise: "updateLr", caseId: "small-3:2" };
    const token = tokenOf(manifest, named);
    expect(token).toBe("w2-optimization:1.0.0:updateLr:small-3:2");
    expect(readToken(token, manifest)).toEqual(named);
  });
});

describe("candidateOf()", () => {
  it("is the case that the token names", () => {
    const { id, title } = candidateOf("w2-optimization:1.0.0:updateLr:small-3:1", assignment);
    expect({ id, title }).toEqual({ id: "small-3:1", title: "decay rate 0" });
  });

  it.each([
    ["", "a token looks like w2-optimization:1.0.0:updateLr:small-3:1; copy it from your feedback page"],
    ["visible-1", "a token looks like w2-optimization:1.0.0:updateLr:small-3:1; copy it from your feedback page"],
    ["w2-optimization:1.0.0:updateLr:hidden-1:1", "a token looks like"],
    ["w1-initialization:1.0.0:updateLr:small-1:1", 'it is of assignment "w1-initialization", not "w2-optimization"'],
    ["w2-optimization:0.9.0:updateLr:small-1:1", 'it is of version 0.9.0 of "w2-optimization"; this is version 1.0.0'],
    ["w2-optimization:1.0.0:updateRate:small-1:1", '"w2-optimization" has no function "updateRate"'],
    ["w2-optimization:1.0.0:updateLr:small-99:1", '"updateLr" has no case small-99:1'],
    ["w2-optimization:1.0.0:updateLr:small-3:9", '"updateLr" has no case small-3:9'],
  ])("says in one line what is wrong with %j", (token, why) => {
    expect(() => candidateOf(token, assignment)).toThrow(why);
    expect(() => candidateOf(token, assignment)).toThrow(/^Cannot show case ".*": [^\n]+$/);
  });
});
