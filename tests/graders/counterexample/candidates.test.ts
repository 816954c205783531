import { describe, expect, it } from "vitest";
import type { Case } from "../../../assignments/catalog/case.ts";
import { openAssignment } from "../../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../../assignments/catalog/course.ts";
import { generateCases } from "../../../assignments/catalog/generate-cases.ts";
import { encodeValue } from "../../../assignments/values/encode-value.ts";
import { drawCandidates, sizeOf } from "../../../graders/counterexample/candidates.ts";

const contentOf = ({ exercise, args }: Pick<Case, "exercise" | "args">): string =>
  `${exercise} ${Buffer.from(encodeValue({ kind: "list", items: args })).toString("base64")}`;

describe.each(await listAssignments())("drawCandidates() of %s", async (id) => {
  const assignment = await openAssignment(id);
  const candidates = drawCandidates(assignment);

  it("draws the same each time, all of them for everybody to see", () => {
    expect(drawCandidates(assignment)).toEqual(candidates);
    expect(new Set(candidates.map(({ visibility }) => visibility))).toEqual(new Set(["visible"]));
  });

  it("gives each exercise at most 40, the smallest first, none twice", () => {
    for (const { id: exercise } of assignment.manifest.exercises) {
      const sizes = candidates.filter((one) => one.exercise === exercise).map(sizeOf);
      expect(sizes.length).toBeLessThanOrEqual(40);
      expect(sizes.toSorted((one, other) => one - other)).toEqual(sizes);
    }
    expect(new Set(candidates.map(contentOf)).size).toBe(candidates.length);
  });

  it("has for each exercise as many scenarios as the manifest says", () => {
    for (const { id: exercise, cases } of assignment.manifest.exercises) {
      const own = candidates.filter((one) => one.exercise === exercise);
      expect(new Set(own.map((one) => one.id.replace(/:\d+$/, ""))).size).toBe(cases.small ?? 0);
    }
  });

  it("makes none that a hidden case may be equal to, whatever the secret", () => {
    const known = new Set(candidates.map(contentOf));
    for (const secret of ["of one course", "of another course", "of a third course"]) {
      const all = generateCases(assignment, { visibility: "all", seed: 1, secret });
      const hidden = all.filter(({ visibility }) => visibility === "hidden");
      const equal = hidden.filter((one) => known.has(contentOf(one)));
      expect(equal.map(({ exercise, title }) => `${exercise}: ${title}`)).toEqual([]);
    }
  });
});
