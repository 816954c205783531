import { describe, expect, it } from "vitest";
import { renderDurations } from "../../../reports/class/render-durations.ts";
import { classResult } from "../../fixtures/class-result.ts";
import { readHtml } from "../../fixtures/read-html.ts";
import { liveMarkup } from "../../security/unsafe-text.ts";

const result = classResult(20);
const [first, second] = result.students.filter(({ page }) => page !== undefined);

describe("renderDurations()", () => {
  it("lists the slowest first, with a link to the page", () => {
    const page = renderDurations(
      result,
      new Map([
        [first?.student ?? "", 0.03],
        [second?.student ?? "", 2.5],
      ]),
    );
    expect(page.indexOf("2.5 s")).toBeLessThan(page.indexOf("30 ms</td>"));
    expect(page.indexOf("2.5 s")).toBeGreaterThan(0);
    expect(page).toContain(`href="${encodeURI(second?.page ?? "?")}"`);
    expect(readHtml(page).flatMap(liveMarkup)).toEqual([]);
  });

  it("shows a hundred students of a large class, hostile names as text, and an empty class", () => {
    const many = new Map(Array.from({ length: 150 }, (_, i) => [`<script>${i}`, i]));
    const page = renderDurations(result, many);
    expect(page.match(/<tr><th scope="row">/g)).toHaveLength(100);
    expect(page).not.toContain("<script>");
    expect(renderDurations(result, new Map())).toContain("<dt>Graded</dt><dd>0</dd>");
  });
});
