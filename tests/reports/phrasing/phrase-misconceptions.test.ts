import { expect, test } from "vitest";
import {
  phraseMisconceptionBriefly,
  phraseMisconceptions,
  summaryWithoutMisconception,
} from "../../../reports/phrasing/phrase-misconceptions.ts";

const shuffle = {
  id: "no-shuffle",
  name: "The examples are not shuffled.",
  explanation: "Batches are all alike then.",
};
const twice = { id: "two-orders", name: "X and Y are shuffled apart.", explanation: "Labels go astray." };

test("phraseMisconceptions() presents one mistake as probable and several as alternatives", () => {
  const one = phraseMisconceptions({ misconceptions: ["no-shuffle"], diagnoses: [shuffle] });
  expect(one).toEqual({
    heading: "What probably happened",
    mistakes: [shuffle],
  });
  const two = phraseMisconceptions({ misconceptions: ["no-shuffle", "two-orders"], diagnoses: [shuffle, twice] });
  expect(two?.heading).toBe("One of these probably happened");
  expect(two?.mistakes.map(({ name }) => name)).toEqual([shuffle.name, twice.name]);
});

test("phraseMisconceptions() says of what few cases show that it may have happened", () => {
  const possible = { ...shuffle, isPossible: true } as const;
  const one = { misconceptions: ["no-shuffle"], diagnoses: [possible] };
  expect(phraseMisconceptions(one)?.heading).toBe("What may have happened");
  expect(phraseMisconceptionBriefly(one)).toMatch(/^what may have happened: /);
  const two = { misconceptions: ["no-shuffle", "two-orders"], diagnoses: [possible, twice] };
  expect(phraseMisconceptions(two)?.heading).toBe("One of these may have happened");
});

test("phraseMisconceptions() turns ids into words if a report has nothing else", () => {
  const mistakes = [{ id: "drops-last-batch", name: "Drops last batch.", explanation: null }];
  expect(phraseMisconceptions({ misconceptions: ["drops-last-batch"] })?.mistakes).toEqual(mistakes);
  expect(phraseMisconceptions({ misconceptions: [] })).toBeNull();
});

test("phraseMisconceptionBriefly() names one mistake and no alternatives", () => {
  const one = phraseMisconceptionBriefly({ misconceptions: ["no-shuffle"], diagnoses: [shuffle] });
  expect(one).toBe("what probably happened: the examples are not shuffled");
  expect(phraseMisconceptionBriefly({ misconceptions: [], diagnoses: [shuffle, twice] })).toBeNull();
  expect(phraseMisconceptionBriefly({ misconceptions: ["no-shuffle"] })).toBeNull();
});

test("summaryWithoutMisconception() takes the mistake out of the summary and leaves a sentence", () => {
  const summary = "1 of 2 cases passed; what probably happened: the examples are not shuffled.";
  const diagnosed = { misconceptions: ["no-shuffle"], diagnoses: [shuffle], summary };
  expect(summaryWithoutMisconception(diagnosed)).toBe("1 of 2 cases passed.");
  expect(summaryWithoutMisconception({ ...diagnosed, diagnoses: [shuffle, twice] })).toBe(summary);
});
