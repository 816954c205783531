import { expect, test } from "vitest";
import { compareManifests } from "../../../graders/session/compare-manifests.ts";
import { exercise, manifestOf } from "../class/run/small-grading.ts";

test("compareManifests() lists how the assignments differ", () => {
  const after = manifestOf(
    exercise("g", { scoring: { rule: "all-or-nothing" }, skipWhenPrerequisiteFails: true }),
    exercise("h"),
  );
  expect(compareManifests(manifestOf(exercise("f"), exercise("g")), after)).toMatchObject([
    {
      id: "g",
      kind: "changed",
      settings: [
        { setting: "scoring", before: "per case, visible 1, hidden 1", after: "all or nothing" },
        { setting: "skipWhenPrerequisiteFails", before: "no", after: "yes" },
      ],
    },
    { id: "h", kind: "added", settings: [] },
    { id: "f", kind: "removed", settings: [] },
  ]);
});
