import { describe, expect, test } from "vitest";
import { shuffleChoices } from "../../../assignments/quiz/choices.ts";
import { smallQuiz } from "../../fixtures/small-quiz.ts";

const [single, multiple, number] = smallQuiz.questions;
if (multiple?.kind !== "multiple" || number === undefined) throw new Error("the fixture has changed");
const idsFor = (student: string, seed = 1): string =>
  shuffleChoices(multiple, { quiz: "small", seed, student })
    .map(({ id }) => id)
    .join("");

describe("shuffleChoices()", () => {
  test("shuffleChoices() gives every choice once, in the same order every time", () => {
    expect([...idsFor("ada")].sort().join("")).toBe("abcde");
    expect(idsFor("ada")).toBe(idsFor("ada"));
    // Pinned: students would see another order after an update.
    expect(idsFor("ada")).toMatchInlineSnapshot(`"cedab"`);
  });

  test("shuffleChoices() depends on student, seed and question, and puts each choice everywhere", () => {
    const orders = Array.from({ length: 200 }, (_, i) => idsFor(`student ${i}`));
    expect(new Set(orders).size).toBeGreaterThan(60);
    for (const id of "abcde") for (const at of [0, 1, 2, 3, 4]) expect(orders.some((ids) => ids[at] === id)).toBe(true);
    expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => idsFor("ada", seed))).size).toBeGreaterThan(1);
    const renamed = Array.from({ length: 6 }, (_, i) =>
      shuffleChoices({ ...multiple, id: `q${i}` }, { quiz: "small", seed: 1, student: "ada" })
        .map(({ id }) => id)
        .join(""),
    );
    expect(new Set(renamed).size).toBeGreaterThan(1);
  });

  test("shuffleChoices() has nothing to order where a number is asked for, and takes a name in either normal form", () => {
    expect(shuffleChoices(number, { quiz: "small", seed: 1, student: "" })).toEqual([]);
    expect(idsFor("Zoe\u0308")).toBe(idsFor("Zo\u00eb"));
    expect(single?.kind).toBe("single");
  });
});
