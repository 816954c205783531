import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listQuizzes } from "../../../assignments/catalog/course.ts";
import { openQuiz } from "../../../assignments/quiz/load-quiz.ts";
import { inLanguage } from "../../../reports/messages/language.ts";
import { renderQuizPage } from "../../../reports/quiz/render-quiz-page.ts";
import { readHtml } from "../../fixtures/read-html.ts";
import { smallQuiz } from "../../fixtures/small-quiz.ts";

const page = renderQuizPage(smallQuiz, { seed: 1, student: "ada" });
const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? "";
const body = page.replace(script, "");

/** The part of the page for one question. */
const field = (id: string): string =>
  new RegExp(`<fieldset [^>]*data-question="${id}"[\\s\\S]*?</fieldset>`).exec(body)?.[0] ?? "";
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

describe("renderQuizPage()", () => {
  test("renderQuizPage() allows its own script by hash, and nothing else", () => {
    const hash = createHash("sha256").update(script).digest("base64");
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(page)?.[1]?.replaceAll("&#x3D;", "=");
    expect(policy).toBe(
      `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(count(page, /<script/g)).toBe(1);
    expect(script).not.toMatch(/innerHTML|eval|fetch|XMLHttpRequest|localStorage|https?:/);
    expect(body).not.toMatch(/\son[a-z]+=|javascript:|@import|url\(|(?:src|href)=/i);
  });

  test("renderQuizPage() makes a well-formed page with a labelled field for every answer", () => {
    const own = body.replace(/<input([^>]*)>/g, "<input$1/>");
    const tags = readHtml(own.replaceAll(/<input[^>]*\/>/g, "<wbr>"));
    expect(tags.filter(({ name }) => name === "fieldset")).toHaveLength(5);
    expect(tags.filter(({ name }) => name === "legend")).toHaveLength(5);
    expect(count(field("one"), /<label class="choice"><input type="radio" name="one"/g)).toBe(3);
    expect(count(field("some"), /<label class="choice"><input type="checkbox" name="some"/g)).toBe(5);
    expect(count(field("order"), /<label class="choice"><select data-choice="/g)).toBe(3);
    expect(field("number")).toMatch(
      /<label class="typed"><span class="sr">Your answer in km<\/span><input type="text"/,
    );
    expect(field("word")).toMatch(/<label class="typed"><span class="sr">Your answer<\/span><input type="text"/);
    expect(field("word")).toContain("What is <code>it</code> called?");
    expect(body).toMatch(/<p id="status" role="status">/);
  });

  test("renderQuizPage() shuffles choices by student and seed, and names them by id", () => {
    const order = (html: string): string =>
      [...html.matchAll(/name="some" value="(\w)"/g)].map(([, id]) => id).join("");
    expect(order(page)).toBe("cedab");
    const others = ["bo", "cy", "di", "ed"].map((student) => order(renderQuizPage(smallQuiz, { seed: 1, student })));
    expect(new Set([order(page), ...others]).size).toBeGreaterThan(1);
    expect(renderQuizPage(smallQuiz, { seed: 1, student: "ada" })).toBe(page);
  });

  test("renderQuizPage() marks questions that are not in the language of the page", () => {
    expect(page).not.toMatch(/<(?!html)[^>]* lang="/);
    const html = inLanguage("de", () => renderQuizPage(smallQuiz, { seed: 1, student: "", foreign: "en" }));
    expect(html).toContain('<html lang="de">');
    // The title, five prompts, eleven choices and a unit.
    expect(count(html, /<(?:h1|span)[^>]* lang="en">/g)).toBe(18);
    for (const text of ["Small quiz", "Which ones?", "D does", "do Y", "km"])
      expect(html).toContain(` lang="en">${text}<`);
  });

  test("renderQuizPage() shows hostile text as text", () => {
    const title = '</title><script>alert(1)</script>"{{x}}';
    const html = renderQuizPage({ ...smallQuiz, title }, { seed: 1, student: "<img onerror=x>\u202e" });
    expect(count(html, /<script/g)).toBe(1);
    expect(html).not.toMatch(/<img|\u202e/);
  });

  test("renderQuizPage() loads no module that knows a key", async () => {
    for (const id of await listQuizzes()) {
      const html = renderQuizPage(await openQuiz(id), { seed: 1, student: "" });
      expect(html).not.toMatch(/explanation|tolerance|"correct"|correct:/i);
    }
  });
});
