import { describe, expect, test } from "vitest";
import { renderCoursePage } from "../../../reports/course/render-course-page.ts";
import { inLanguage } from "../../../reports/messages/language.ts";
import { renderCourse } from "../../../reports/terminal/render-course.ts";
import { courseOverview } from "../../fixtures/course-overview.ts";

const paths = {
  page: (id: string) => (id === "w1-deep" ? undefined : `handouts/${id}.html`),
  kit: (id: string) => (id === "w1-nets" ? `kits/${id}.zip` : undefined),
  calendar: "course.ics",
};

/** What a reader sees, a line for each piece. */
const textOf = (page: string): string =>
  page
    .replace(/^.*<body>/s, "")
    .replaceAll(/<[^>]+>/g, "\n")
    .replaceAll(/\n\s*/g, "\n")
    .trim();

describe("renderCoursePage()", () => {
  test("renderCoursePage() tells of each week what is due, when, and what it counts", () => {
    expect(textOf(renderCoursePage(courseOverview, paths))).toMatchInlineSnapshot(`
      "Course
      Nets, &lt;deep&gt; &amp; wide; a course
      2 assignments and 1 quiz in 2 weeks. Times are those in America/New York.
      Calendar of all deadlines (.ics)
      How it counts
      Week 1: Practical aspects &amp; &lt;more&gt;
      Begins on Mon, 26 Oct 2026
      Nets, einfach
      w1-nets
      Due
      Fri, 30 Oct 2026, 23:59 (UTC−04:00)
      Points
      100
      Asks for
      1 function
      Counts
      16.67 % (Programming; with care)
      Kit for Nets, einfach (.zip)
      Deeper\\nnets, with a title that is long enough for a calendar to fold it – größer als fünfundsiebzig Bytes
      w1-deep
      Due
      Sun, 1 Nov 2026, 01:30 (UTC−04:00)
      Accepted until
      Sat, 7 Nov 2026, 23:59:30 (UTC−05:00)
      Points
      87.5
      Asks for
      12 functions
      Counts
      50 % (Programming; with care)
      Quiz
      w1-quiz
      Due
      Sun, 1 Nov 2026, 01:30 (UTC−05:00)
      Points
      13
      Asks for
      13 questions
      Counts
      33.33 % (Quizzes)
      Week 2: Nothing to do
      Nothing is due in this week.
      How it counts
      Groups of work and their weights
      Group
      Weight
      Programming; with care
      The 2 lowest results do not count.
      66.67 %
      Quizzes
      33.33 %
      Lateness
      Up to 15 minutes after a deadline cost nothing.
      Each day begun costs 10 % of the points reached.
      Lateness costs at most 50 %.
      Over the whole course, 5 days of lateness cost nothing.
      Grades
      Grades
      Grade
      From
      A
      90 %
      F
      0 %"
    `);
  });

  test("renderCoursePage() links what there is, marks what is in another language, and has no script", () => {
    const page = inLanguage("de", () => renderCoursePage(courseOverview, paths));
    expect([...page.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      "course.ics",
      "#counts",
      "handouts/w1-nets.html",
      "kits/w1-nets.zip",
      "handouts/w1-quiz.html",
    ]);
    expect(page).toContain('<h3 lang="en">Deeper');
    expect(page).toContain('<html lang="de">');
    expect(page).toContain('<time datetime="2026-11-07T23:59:30-05:00">');
    expect(page).not.toContain("<script");
    expect(page).not.toContain("<deep>");
  });
});

test("renderCourse() prints the plan as tables that agree in their columns", () => {
  expect(renderCourse(courseOverview, { color: false })).toMatchInlineSnapshot(`
    "Nets, <deep> & wide; a course

    Week 1: Practical aspects & <more>
      work     title                                             group         counts  points                                  due
      w1-nets  Nets, einfach                                     programming  16.67 %     100  Fri, 30 Oct 2026, 23:59 (UTC−04:00)
      w1-deep  Deeper\\nnets, with a title that is long enough …  programming     50 %    87.5   Sun, 1 Nov 2026, 01:30 (UTC−04:00)
      w1-quiz  Quiz                                              quizzes      33.33 %      13   Sun, 1 Nov 2026, 01:30 (UTC−05:00)

    Week 2: Nothing to do
      Nothing is due in this week.

    How it counts
      Programming; with care (programming): 66.67 %. The 2 lowest results do not count.
      Quizzes (quizzes): 33.33 %
      Lateness: Up to 15 minutes after a deadline cost nothing. Each day begun costs 10 % of the points reached. Lateness costs at most 50 %. Over the whole course, 5 days of lateness cost nothing.
      Grades: A ≥ 90 %, F ≥ 0 %
      In danger: total so far below 50 %; 2 pieces of work missing; a result 25 percentage points below the mean of those before

    Not in course.json: w9-draft
    "
  `);
});
