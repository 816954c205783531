import type { Condition, ExerciseReport, Observation } from "../report/report.ts";
import { codeSpan } from "./text/code-span.ts";
import { formatNumber } from "./text/format-number.ts";
import { phraseList, quantity } from "./text/sentence.ts";

const mostNames = 14;

/** The observations of an exercise, a sentence each. */
export const phraseObservations = ({ observations = [] }: Pick<ExerciseReport, "observations">): string[] =>
  observations.map(phraseObservation);

/** A fact about several cases, in one sentence. */
export function phraseObservation(observation: Observation): string {
  const { code, among, parameter = "an argument" } = observation;
  switch (code) {
    case "places":
      return phrasePlaces(observation);
    case "condition":
      return observation.condition === undefined
        ? "Some cases fail and others pass."
        : phraseCondition(observation.condition, among === "visible" ? "visible cases" : "cases");
    case "changed-argument":
      return `When only ${codeSpan(parameter)} is changed, cases that passed fail.`;
    case "same-numbers":
      return "The numbers are the same in every failing case, though the inputs differ and other numbers are expected.";
    case "ignored-argument":
      return `Cases that differ only in ${codeSpan(parameter)} have the same result, though different ones are expected: is it used?`;
    case "nothing-drawn":
      return "Nothing is drawn from the generator that is passed in.";
    case "other-draws":
      return "In the failing cases, more, fewer or other numbers are drawn from the generator than should be.";
    default:
      code satisfies never;
      return "The failing cases have something in common.";
  }
}

function phrasePlaces({ wrong = [], right = [], layers, ofItems }: Observation): string {
  const names = (members: readonly string[]): string => phraseList(members.map(codeSpan), mostNames);
  const part = ofItems === true ? "item" : "layer";
  const where = layers === undefined ? "" : `, ${layersWords[layers](part)}`;
  const isAre = wrong.length === 1 ? "is" : "are";
  const wrongPart = `${names(wrong)} ${isAre} wrong${where}`;
  if (right.length === 0) return `In the failing cases, ${wrongPart}; all other ${part}s are right.`;
  return `In the failing cases, ${wrongPart}; ${names(right)} ${right.length === 1 ? "is" : "are"} right.`;
}

const layersWords: Readonly<Record<NonNullable<Observation["layers"]>, (part: string) => string>> = {
  first: (part) => `in the first ${part} alone`,
  last: (part) => `in the last ${part} alone`,
  "all but the first": (part) => `in every ${part} but the first`,
  "all but the last": (part) => `in every ${part} but the last`,
  "after the second": (part) => `in ${part}s after the second alone`,
};

/** @param cases Whose condition it is: `visible cases`. */
function phraseCondition(condition: Condition, cases: string): string {
  const { kind, holdsWhere, parameter = "an argument", of = "another", value = Number.NaN, other } = condition;
  const ends = holdsWhere === "fails" ? "fail" : "pass";
  const exactly = `Of the ${cases}, exactly those`;
  switch (kind) {
    case "first-call":
      return `Of the ${cases}, only the first one passes: does the function keep something from one call to the next?`;
    case "not-passed":
      return `${exactly} that leave out ${phraseList([parameter, ...(condition.also ?? [])].map(codeSpan))} ${ends}.`;
    case "type":
      return `${exactly} in which ${codeSpan(parameter)} is ${condition.type ?? "something else"} ${ends}.`;
    case "equals":
      if (condition.exact === false)
        return `Of the ${cases}, all those in which ${phraseQuantity(condition, value)} ${ends}; most others do not.`;
      return `${exactly} in which ${phraseQuantity(condition, value)} ${ends}.`;
    case "from":
      return `Of the ${cases}, those in which ${phraseQuantity(condition, value, "at least")} fail, and those with at most ${formatNumber(other ?? value)} pass.`;
    case "up-to":
      return `Of the ${cases}, those in which ${phraseQuantity(condition, value, "at most")} fail, and those with at least ${formatNumber(other ?? value)} pass.`;
    case "divides":
      return `${exactly} in which ${codeSpan(parameter)} divides the number of columns of ${codeSpan(of)} ${ends}.`;
    case "square":
      return `${exactly} in which ${codeSpan(parameter)} has as many rows as columns ${ends}.`;
    default:
      kind satisfies never;
      return "Some cases fail and others pass.";
  }
}

function phraseQuantity({ quantity: what, parameter = "an argument" }: Condition, value: number, bound = ""): string {
  const name = codeSpan(parameter);
  const amount = bound === "" ? "" : `${bound} `;
  switch (what) {
    case "rows":
      return `${name} has ${amount}${quantity(value, "row")}`;
    case "columns":
      return `${name} has ${amount}${quantity(value, "column")}`;
    case "layers":
      return `${name} has ${amount}${quantity(value, "layer")}`;
    case "length":
      return `${name} has ${amount}${quantity(value, "element")}`;
    case "magnitude":
      return value === 0 && bound === ""
        ? `all numbers of ${name} are 0`
        : `the largest number of ${name} is ${amount}${formatNumber(value)} in size`;
    default:
      return `${name} is ${amount}${formatNumber(value)}`;
  }
}
