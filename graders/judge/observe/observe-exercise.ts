import type { Exercise } from "../../../assignments/catalog/manifest.ts";
import type { ExerciseReport, Observation } from "../../../reports/report/report.ts";

import { observeChangedArgument } from "./observe-changed-argument.ts";
import { observeCondition } from "./observe-condition.ts";
import { observeDraws } from "./observe-draws.ts";
import { observeIgnoredArgument } from "./observe-ignored-argument.ts";
import { observePlaces, type Places, placesOf } from "./observe-places.ts";
import { observeSameNumbers } from "./observe-same-numbers.ts";
import { isConclusive, type Observed, type ObservedCase } from "./observed-case.ts";

/** The observations of a report; absent where there are none. */
type Observations = Pick<ExerciseReport, "observations" | "visibleObservations">;

/** Of which cases observations are asked for. */
export type AskedCases = { readonly all: boolean; readonly visible: boolean };

/**
 * What the failing cases of an exercise have in common: facts about several cases, which lead to the line of thought where no known
 * mistake explains everything. Those of the visible cases alone are all that a student may be told.
 * @param all Cases that were run, in their order.
 */
export function* observing(
  exercise: Exercise,
  all: readonly ObservedCase[],
  asked: AskedCases,
): Generator<void, Observations> {
  if (!asked.all && !asked.visible) return {};
  const cases = all.filter(isConclusive);
  if (!cases.some(isFailing)) return {};
  const places = new Map<ObservedCase, Places | undefined>();
  for (const one of cases.filter(isWrongByValue)) {
    yield;
    places.set(one, placesOf(one, exercise.comparison));
  }
  const visible = cases.filter(({ testCase }) => testCase.visibility === "visible");
  const observations = asked.all ? among("all", observed(exercise, cases, places)) : [];
  yield;
  const visibleObservations = asked.visible ? among("visible", observed(exercise, visible, places)) : [];
  return {
    ...(observations.length > 0 && { observations }),
    ...(visibleObservations.length > 0 && { visibleObservations }),
  };
}

const among = (which: Observation["among"], all: readonly Observed[]): Observation[] =>
  all.map((one) => ({ ...one, among: which }));

const isFailing = ({ report }: ObservedCase): boolean => report.outcome !== "passed";

const isWrongByValue = (one: ObservedCase): boolean => isFailing(one) && one.testCase.judgedBy !== "properties";

function observed(
  { parameters, comparison }: Exercise,
  cases: readonly ObservedCase[],
  places: ReadonlyMap<ObservedCase, Places | undefined>,
): Observed[] {
  if (!cases.some(isFailing)) return [];
  const failing = cases.filter(isWrongByValue);
  return [
    observeCondition(cases, parameters) ?? observeIgnoredArgument(cases, comparison) ?? observeChangedArgument(cases),
    observeDraws(failing),
    observePlaces(failing.map((one) => places.get(one))),
    observeSameNumbers(failing),
  ].filter((one) => one !== undefined);
}
