import { expect, test } from "vitest";
import { renderSimilarity } from "../../../reports/similarity/render-similarity.ts";
import type { Similarity, SimilarPair, SimilarSide } from "../../../reports/similarity/similarity.ts";
import { sourceLimit } from "../../../reports/similarity/source-view.ts";
import { hostileText } from "../../fixtures/hostile-report.ts";
import { readHtml } from "../../fixtures/read-html.ts";

const side = (student: string, text: string): SimilarSide => ({
  students: [student],
  files: new Map([["s.ts", text]]),
});

function pairOf(more: Partial<SimilarPair> = {}): SimilarPair {
  return {
    left: side("ada", "one\ntwo\nthree\nfour\n"),
    right: side("bob", "zero\none\ntwo\n"),
    similarity: 0.756,
    longest: 2,
    overlap: 2,
    regions: [{ left: { file: "s.ts", from: 1, to: 2 }, right: { file: "s.ts", from: 2, to: 3 } }],
    ...more,
  };
}

function similarityOf(pairs: readonly SimilarPair[], more: Partial<Similarity> = {}): Similarity {
  return {
    submissions: 40,
    distinct: 38,
    identical: [],
    pairs,
    nothingOwn: [],
    cutShort: [],
    notCompared: [],
    ...more,
  };
}

const options = { assignmentTitle: "Optimization" };
const render = (pairs: readonly SimilarPair[], more?: Partial<Similarity>) =>
  renderSimilarity(similarityOf(pairs, more), options);

test("renderSimilarity() shows the figures of each pair, and its rank by each of them", () => {
  const html = render([pairOf(), pairOf({ similarity: 0.5, longest: 1, overlap: 30 })]);
  readHtml(html);
  const rows = [...html.matchAll(/<tr>\s*<th scope="row"[\s\S]*?<\/tr>/g)].map(([row]) =>
    row
      .replaceAll(/<[^>]*>/g, " ")
      .replaceAll(/\s+/g, " ")
      .trim(),
  );
  expect(rows).toEqual([
    "1 ada bob 76 % #1 2 lines longest #2 2 lines together",
    "2 ada bob 50 % #2 1 line longest #1 30 lines together",
  ]);
});

test("renderSimilarity() marks the lines of a region on both sides, each linked to the other", () => {
  const html = render([pairOf()]);
  const marks = [
    ...html.matchAll(/<div class="match odd" id="([^"]*)"><a href="#([^"]*)">.*?<ol start="(\d)">([\s\S]*?)<\/ol>/g),
  ];
  expect(marks.map(([, id, href, start, lines]) => [id, href, start, lines])).toEqual([
    ["pair-1-left-1", "pair-1-right-1", "1", "<li>one</li>\n<li>two</li>\n"],
    ["pair-1-right-1", "pair-1-left-1", "2", "<li>one</li>\n<li>two</li>\n"],
  ]);
  expect(html).toContain('<ol start="3"><li>three</li>\n<li>four</li>\n</ol>');
});

test("renderSimilarity() lists groups of identical submissions, and who has nothing to compare", () => {
  const html = render([], { identical: [["ada", "bob", "eve"]], nothingOwn: ["zoe"], cutShort: ["max"] });
  readHtml(html);
  expect(html).toContain("<li><bdi>ada</bdi>, <bdi>bob</bdi>, <bdi>eve</bdi></li>");
  expect(html).toMatch(/Without code of their own[\s\S]*<bdi>zoe<\/bdi>/);
  expect(html).toMatch(/Very long submissions[\s\S]*<bdi>max<\/bdi>/);
  expect(html).toContain("No two submissions share more");
});

test("renderSimilarity() says what the figures mean and do not mean, and gives no verdict", () => {
  const html = render([pairOf()], { identical: [["ada", "bob"]], nothingOwn: ["zoe"], cutShort: ["max"] });
  expect(html).toContain("It does not say why");
  const verdicts =
    /plagiar|cheat|cop(?:y|ied|ies)|suspicio|suspect|guilt|dishonest|misconduct|stolen|steal|fraud|collu|offen[cds]|innocen|violat/i;
  expect(html.replace(/<style>[\s\S]*<\/style>/, "")).not.toMatch(verdicts);
});

test("renderSimilarity() shows hostile text as text", () => {
  const hostile: SimilarSide = {
    students: [hostileText],
    files: new Map([
      [hostileText, hostileText],
      ["b", "x"],
    ]),
  };
  const region = { file: hostileText, from: 1, to: 1 };
  const html = render([pairOf({ left: hostile, right: hostile, regions: [{ left: region, right: region }] })], {
    identical: [[hostileText, hostileText]],
    nothingOwn: [hostileText],
    cutShort: [hostileText],
  });
  readHtml(html);
  expect(html).not.toMatch(/<script|<img|[\p{Cf}\u2028]/u);
  expect(html).toContain("\\u202etxt.exe");
});

test("renderSimilarity() bounds the page, however large and however many the submissions are", () => {
  const long = side("x".repeat(5000), '"<\u202e>"'.repeat(1000).concat("\n").repeat(1000));
  const region = { file: "s.ts", from: 1, to: 900 };
  const pair = pairOf({ left: long, right: long, regions: [{ left: region, right: region }] });
  const html = render(
    Array.from({ length: 100 }, () => pair),
    {
      identical: Array.from({ length: 5000 }, () => ["a", "b"]),
      nothingOwn: Array.from({ length: 5000 }, (_, i) => `student-${i}`),
    },
  );
  expect(html.length).toBeLessThan(40 * sourceLimit.characters * 6);
  expect(html).toMatch(/\d+ more lines are not shown/);
  expect(html).toContain("And 4800 more groups");
  expect(html.match(/class="sides"/g)).toHaveLength(20);
});

test("renderSimilarity() lists who could not be compared, by the reason", () => {
  const html = render([], {
    notCompared: [
      { student: "ada", why: "too-large" },
      { student: "bob", why: "unreadable" },
      { student: hostileText, why: "too-large" },
    ],
  });
  readHtml(html);
  const text = html.replaceAll(/<[^>]*>/g, "").replaceAll(/\s+/g, " ");
  expect(text).toContain("More source text than a submission may have: ada, ");
  expect(text).toContain("Files that cannot be read: bob");
});
