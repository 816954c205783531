import { describe, expect, it } from "vitest";
import { findAssignment } from "../../../assignments/catalog/catalog.ts";
import { listAssignments } from "../../../assignments/catalog/course.ts";
import { readAsked, readHandout } from "../../../assignments/catalog/handout.ts";
import { askedView } from "../../../reports/pages/asked-view.ts";
import { readHtml } from "../../fixtures/read-html.ts";

const ids = await listAssignments();
const of = (...formulas: string[]) => askedView({ formulas })?.formulas;

describe("askedView()", () => {
  it("makes MathML of formulas, without their source", () => {
    expect(of("x := \\frac{1}{2}")).toEqual([
      {
        math: '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block"><semantics><mrow><mi>x</mi><mo>:=</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow></semantics></math>',
      },
    ]);
  });

  it("shows as code what is no formula, and what reaches out of the page", () => {
    const bad = ["\\frac{1", "\\nothing", "\\def\\a{\\a\\a}\\a"];
    expect(of(...bad)).toEqual(bad.map((code) => ({ math: null, code })));
    expect(of("\u202e\\nothing")).toEqual([{ math: null, code: "\\u202e\\nothing" }]);
    for (const formula of ["\\href{javascript:alert(1)}{x}", "\\includegraphics{a.png}", "\\htmlStyle{color:red}{x}"]) {
      const [view] = of(formula) ?? [];
      expect(view?.math ?? "").not.toMatch(/(?:href|src|style)=/);
    }
    expect(of("\\text{<script>}")).toEqual([{ math: expect.stringContaining("<mtext>&lt;script&gt;</mtext>") }]);
  });

  it("has nothing to show where nothing is known", () => {
    expect(askedView(undefined)).toBeNull();
    expect(askedView({ signature: "f(): void", formulas: [] })).toEqual({ signature: "f(): void", formulas: [] });
  });

  it.each(ids)("renders every formula of %s", async (id) => {
    for (const language of ["en", "de"]) {
      const { markdown = "" } = (await readHandout(await findAssignment(id), language)) ?? {};
      for (const { formulas } of readAsked(markdown).values()) {
        for (const formula of of(...formulas) ?? []) {
          expect(formula.math).not.toBeNull();
          expect(readHtml(formula.math ?? "").length).toBeGreaterThan(2);
        }
      }
    }
  });
});
