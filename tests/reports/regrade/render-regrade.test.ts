import { expect, test } from "vitest";
import { renderChangesText } from "../../../reports/regrade/render-changes.ts";
import { renderRegrade } from "../../../reports/regrade/render-regrade.ts";
import type { ScoreChange } from "../../../reports/regrade/score-change.ts";
import { hostileText } from "../../fixtures/hostile-report.ts";
import { readHtml } from "../../fixtures/read-html.ts";
import { regradeFactsOfFixture, scoreChanges } from "../../fixtures/score-changes.ts";

const changes = scoreChanges();
const facts = regradeFactsOfFixture();

test("renderRegrade() shows the totals, what changed by exercise, and whose points change", () => {
  const html = renderRegrade(changes, facts);
  readHtml(html);
  const texts = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, text = ""]) =>
      text
        .replaceAll(/<[^>]*>/g, " ")
        .replaceAll(/\s+/g, " ")
        .trim(),
    );
  expect(texts(/<div>(<dt>.*?)<\/div>/g)).toEqual([
    "Students in both 40",
    "Up 1",
    "Down 1",
    "Same points 38",
    "Mean change −0.25",
    "New 1",
    "Vanished 1",
  ]);
  expect(texts(/<tr>\s*(<th scope="row">[\s\S]*?)<\/tr>/g)).toEqual([
    "Adam&#x27;s start initialize Adam worth 5 → 10 0 up 0 down 0 mean 0 with changed cases",
    "Adam update Parameters With Adam rtol 0.001 → 0.00001 0 up 1 down −0.31 mean 1 with changed cases",
    "Learning rate update Lr as before 1 up 0 down +0.06 mean 2 with changed cases",
    "Decay schedule Lr Decay added 0 up 0 down 0 mean 0 with changed cases",
  ]);
  expect(texts(/(<th scope="row" class="student">[\s\S]*?)<td class="why">/g)).toEqual([
    "&#x3D;ada Ada Ångström 60 47.5 −12.5",
    "new-one – 8 +8",
    "old-one 8 – −8",
    "bob 30.3 32.8 +2.5",
    "eve 10 10 0",
  ]);
});

test("renderRegrade() and renderChangesText() show hostile text as text", () => {
  const exercise = { id: hostileText, title: hostileText, settings: [] };
  const expected = { path: hostileText, before: 1, after: 2 };
  const hostile: ScoreChange = {
    student: hostileText,
    name: hostileText,
    kind: "changed",
    before: 1,
    after: 2,
    delta: 1,
    exercises: [
      { ...exercise, before: 1, after: 2, cases: [{ id: hostileText, title: hostileText, after: "wrong", expected }] },
    ],
    others: [{ what: "override", exercise: hostileText }],
  };
  const hostileFacts = { ...facts, assignmentTitle: hostileText, exercises: [{ ...exercise, kind: "added" as const }] };
  const html = renderRegrade([hostile], hostileFacts);
  readHtml(html);
  expect(html).not.toMatch(/<script|<img|[\p{Cf}\u2028]/u);
  expect(renderChangesText([hostile], hostileFacts, { color: false, width: 5000 })).not.toMatch(
    /(?!\n)[\p{Cc}\p{Cf}]/u,
  );
});

test("renderRegrade() bounds the page", () => {
  const many = Array.from(
    { length: 10_000 },
    (_, i): ScoreChange => ({ ...(changes[0] ?? expect.unreachable()), student: `s${i}` }),
  );
  const html = renderRegrade(many, { ...facts, both: 10_000 });
  expect(html).toContain("And 8000 more");
  expect(html.length).toBeLessThan(2_000_000);
});

test("renderRegrade() says when no points change", () => {
  expect(renderRegrade([], { ...facts, exercises: [] })).toContain("None: every student has the same points");
});
