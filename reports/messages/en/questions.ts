/** How a class has answered the questions of a quiz. */
export const questionsEn = {
  "questions.titles": "Answers",
  "questions.file": "Answers by question (CSV)",
  "questions.lead":
    "What the {count, plural, one {{count} student} other {{count} students}} whose answers were graded have answered. This page tells what is right, so it is not for students.",
  "questions.groups":
    "Upper and lower: the {size, plural, one {student} other {{size} students}} with the highest and with the lowest totals, 27 % of the class each. A wrong answer that the upper group gives more often than the lower one may be right, or its question unclear.",
  "questions.facts": "{share} · {discrimination}",
  "questions.mean-share": "{percent} of the points",
  "questions.discrimination": "discrimination {value}",
  "questions.upper-lower": "Upper-lower index",
  "questions.answer": "Answer",
  "questions.chosen": "Choice",
  "questions.upper": "Upper",
  "questions.lower": "Lower",
  "questions.right": "right",
  "questions.other": "{count, plural, one {Another wrong answer} other {{count} other wrong answers}}",
  "questions.spellings": "written in {count} ways",
  "questions.unreadable": "An answer that cannot be read",
  "questions.missing": "No answer",
  "questions.order": "The right order. Below, each step has its number in it.",
  "questions.chart-legend": "Dot: corrected item-total correlation. Diamond: upper-lower index.",
  "questions.read-upper-lower":
    "The upper-lower index is the mean share of the points in the upper 27 % of the class, by total, minus that in the lower 27 % (Kelley 1939, Johnson 1951). Students with equal totals at the edge of a group share its last places. From 0.4 on a question tells strong from weak students well; below 0.2 hardly. Like discrimination (Henrysson 1963), it is left out where fewer than ten students count, or all have the same points.",
} as const satisfies Record<string, string>;
