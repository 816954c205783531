import { afterEach, describe, expect, it } from "vitest";
import { answersView } from "../../../../reports/class/questions/answers-view.ts";
import { renderClassPage } from "../../../../reports/class/render-class-page.ts";
import { speak } from "../../../../reports/messages/language.ts";
import { quizClass, type SmallAnswers } from "../../../fixtures/quiz-class.ts";
import { readHtml } from "../../../fixtures/read-html.ts";
import { rightAnswers } from "../../../fixtures/small-quiz.ts";

/** The rows of a question: what it says, and how many. */
function rowsOf(number: number, given: readonly SmallAnswers[]): string[] {
  const question = answersView(quizClass(given))?.questions[number - 1];
  return (question?.rows ?? []).map(({ label, students, isRight, note }) =>
    [
      label.map(({ text }) => text).join(""),
      students,
      ...(isRight ? ["right"] : []),
      ...(note === null ? [] : [note]),
    ].join(" | "),
  );
}

describe("answersView()", () => {
  afterEach(() => speak("en"));

  it("shows choices by their texts, numbers with tolerance and unit, orders by places in the right one", () => {
    const given = [rightAnswers, { one: "a", number: -2.5, order: ["x", "y", "z"], word: "Dropout" }];
    expect(rowsOf(1, given)).toEqual(["A is | 1 (50 %)", "B is | 1 (50 %) | right", "C is | 0 (0 %)"]);
    expect(rowsOf(3, given)).toEqual(["2.5 ± 0.01 km | 1 (50 %) | right", "-2.5 km | 1 (50 %)"]);
    expect(rowsOf(4, given)).toEqual(["1 2 3 | 1 (50 %) | right", "3 1 2 | 1 (50 %)"]);
    expect(rowsOf(5, given)).toEqual(["early stopping | 1 (50 %) | right", "dropout | 1 (50 %)"]);
  });

  it("writes numbers as the language does", () => {
    speak("de");
    expect(rowsOf(3, [{ number: 12345.5 }])).toEqual([
      "2,5 ± 0,01 km | 0 (0 %) | right",
      "12\u202f345,5 km | 1 (100 %)",
    ]);
  });

  it("shows the eight most frequent wrong answers, and counts the others before what is no answer", () => {
    const given = Array.from({ length: 20 }, (_, at) => ({ word: `guess ${at % 12}` }));
    const rows = rowsOf(5, [...given, {}]);
    expect(rows).toHaveLength(1 + 8 + 1 + 1);
    expect(rows.slice(-2)).toEqual(["4 other wrong answers | 4 (19 %)", "No answer | 1 (5 %)"]);
  });

  it("is null where what is right is not known", () => {
    const result = quizClass([rightAnswers]);
    const exercises = result.exercises.map(({ question: _, ...exercise }) => exercise);
    expect(answersView({ ...result, exercises })).toBeNull();
  });
});

describe("the page of a class that took a quiz", () => {
  it("shows what students typed as text, cut, and never as markup or code", async () => {
    const typed = [
      "<script>alert(1)</script>",
      "{{heading}}",
      "`code`",
      "\u202eevil",
      "x".repeat(200),
      "javascript:alert(1)",
    ];
    const html = await renderClassPage(quizClass(typed.map((word) => ({ word }))), { parts: "questions" });
    readHtml(html);
    expect(html).not.toContain("<script>alert");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
    expect(html).toContain("{{heading}}");
    expect(html).not.toContain("<code>code</code>");
    expect(html).not.toContain("x".repeat(81));
    expect(html).not.toContain("\u202e");
  });

  it("says that discrimination needs ten students, and how it is computed", async () => {
    const html = await renderClassPage(quizClass([rightAnswers, {}]), { parts: "questions" });
    expect(html).toContain("undefined: fewer than ten students count");
    expect(html).toContain("Kelley 1939, Johnson 1951");
    expect(html).not.toContain("Upper and lower: ");
  });
});
