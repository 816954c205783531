import { type MessageKey, message } from "../messages/message.ts";
import type { Condition, ExerciseReport, Observation } from "../report/report.ts";
import { codeSpan } from "./text/code-span.ts";
import { formatValue } from "./text/format-number.ts";
import { phraseList } from "./text/sentence.ts";

const mostNames = 14;

/** The observations of an exercise, a sentence each. */
export const phraseObservations = ({ observations = [] }: Pick<ExerciseReport, "observations">): string[] =>
  observations.map(phraseObservation);

/** A fact about several cases, in one sentence. */
export function phraseObservation(observation: Observation): string {
  const { code, among, condition } = observation;
  const parameter = codeSpan(observation.parameter ?? message("observation.an-argument"));
  switch (code) {
    case "places":
      return phrasePlaces(observation);
    case "condition":
      return condition === undefined ? message("observation.some-fail") : phraseCondition(condition, among);
    case "changed-argument":
    case "ignored-argument":
      return message(`observation.${code}`, { parameter });
    default:
      return message(`observation.${code}`);
  }
}

function phrasePlaces({ wrong = [], right = [], layers, ofItems }: Observation): string {
  const names = (members: readonly string[]): string => phraseList(members.map(codeSpan), mostNames);
  const part = ofItems === true ? "item" : "layer";
  const where = layers === undefined ? "" : message(layersKeys[layers], { part });
  const facts = { wrong: names(wrong), count: wrong.length, where };
  return right.length === 0
    ? message("observation.wrong-all-else-right", { ...facts, part })
    : message("observation.wrong-and-right", { ...facts, right: names(right), others: right.length });
}

const layersKeys = {
  first: "observation.first",
  last: "observation.last",
  "all but the first": "observation.all-but-first",
  "all but the last": "observation.all-but-last",
  "after the second": "observation.after-second",
} as const satisfies Record<NonNullable<Observation["layers"]>, MessageKey>;

/** @param among Which cases it is a condition of. */
function phraseCondition(condition: Condition, among: Observation["among"]): string {
  const { kind, holdsWhere: ends, value = Number.NaN, other } = condition;
  const name = condition.parameter ?? message("observation.an-argument");
  const parameter = codeSpan(name);
  switch (kind) {
    case "first-call":
      return message("condition.first-call", { among });
    case "not-passed": {
      const parameters = phraseList([name, ...(condition.also ?? [])].map(codeSpan));
      return message("condition.not-passed", { among, parameters, ends });
    }
    case "type": {
      const type = condition.type ?? message("observation.something-else");
      return message("condition.type", { among, parameter, type, ends });
    }
    case "equals": {
      const key = condition.exact === false ? "condition.mostly-equals" : "condition.equals";
      return message(key, { among, quantity: phraseQuantity(condition, value, "none"), ends });
    }
    case "from":
    case "up-to": {
      const quantity = phraseQuantity(condition, value, kind === "from" ? "least" : "most");
      return message(`condition.${kind}`, { among, quantity, other: formatValue(other ?? value) });
    }
    case "divides": {
      const of = codeSpan(condition.of ?? message("observation.another"));
      return message("condition.divides", { among, parameter, of, ends });
    }
    case "square":
      return message("condition.square", { among, parameter, ends });
    default:
      return kind satisfies never;
  }
}

function phraseQuantity(condition: Condition, value: number, bound: "least" | "most" | "none"): string {
  const { quantity: what } = condition;
  const name = codeSpan(condition.parameter ?? message("observation.an-argument"));
  switch (what) {
    case "rows":
    case "columns":
    case "layers":
    case "length":
      return message(`quantity.${what}`, { name, bound, count: value });
    case "magnitude":
      return value === 0 && bound === "none"
        ? message("quantity.all-zero", { name })
        : message("quantity.magnitude", { name, bound, amount: formatValue(value) });
    default:
      return message("quantity.value", { name, bound, amount: formatValue(value) });
  }
}
