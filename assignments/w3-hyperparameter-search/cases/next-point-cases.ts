import { type CaseGenerator, pickScenario } from "../../catalog/case.ts";
import { absent, numberValue } from "../../values/case-value.ts";
import type { RandomState } from "../../values/random-state.ts";
import { drawNumber, drawNumbers, drawPoints, pointsValue, vectorValue } from "./draw-numbers.ts";
import type { Search } from "./gaussian-process.ts";
import { type Scenario, scenarios } from "./next-point-scenarios.ts";
import { choose, chooseAny, wrongChoices } from "./wrong-choices.ts";

/** Cases of `proposeNext`. */
export const proposeNextCases: CaseGenerator = (random, index, list) => {
  const scenario = pickScenario(scenarios, index, list);
  for (;;) {
    const search = moved(drawSearch(random, scenario), scenario.at);
    const chosen = choose(search);
    if (chosen === undefined || !isWanted(search, chosen, scenario)) continue;
    const { X, y, lengthScale, noise, xi } = search;
    const candidates = scenario.hasEqual ? [...search.candidates, search.candidates[chosen] ?? []] : search.candidates;
    const passed = scenario.xi === undefined ? absent : numberValue(xi);
    const numbers = [lengthScale, noise].map(numberValue);
    return {
      title: scenario.title,
      args: [pointsValue(X), vectorValue(y), pointsValue(candidates), ...numbers, passed],
    };
  }
};

function drawSearch(random: RandomState, scenario: Scenario): Search {
  const { n, count, besideLast = 0, y = [-1, 3], xi = [0.01, 0.01], range = [-2, 2] } = scenario;
  const ranges = Array.from({ length: scenario.dimensions ?? 2 }, () => range);
  const lengthScale = drawNumber(random, scenario.lengthScale ?? [1, 1.5]);
  const X = drawPoints(random, n, ranges);
  const beside = X.slice(n - besideLast).map((x) =>
    x.map((value) => value + drawNumber(random, [-1, 1]) * lengthScale),
  );
  return {
    X,
    y: drawNumbers(random, n, y),
    candidates: [...drawPoints(random, count, ranges), ...beside],
    lengthScale,
    noise: drawNumber(random, scenario.noise ?? [0.05, 0.15]),
    xi: drawNumber(random, xi),
  };
}

/** The same with the chosen candidate at another place. */
function moved(search: Search, at: Scenario["at"]): Search {
  const chosen = choose(search);
  if (at === undefined || chosen === undefined) return search;
  const others = search.candidates.toSpliced(chosen, 1);
  const [candidate = []] = search.candidates.slice(chosen);
  return { ...search, candidates: at === "first" ? [candidate, ...others] : [...others, candidate] };
}

function isWanted(search: Search, chosen: number, { against, isVaried, limited = [], n }: Scenario): boolean {
  const best = search.y.indexOf(Math.max(...search.y));
  if (n > 2 && (best === 0 || best === n - 1)) return false;
  const wrong = wrongChoices(search);
  if (against.some((rule) => wrong[rule]() === chosen)) return false;
  if (limited.some((limit) => chooseAny(limit(search)) === chosen)) return false;
  return (
    !isVaried ||
    variationsOf(search)
      .map(choose)
      .every((varied) => varied !== undefined && varied !== chosen)
  );
}

/** What the manifest's `variations` make of a case. */
function variationsOf(search: Search): Search[] {
  const negated = (points: Search["X"]): number[][] => points.map((point) => point.map((value) => -value));
  return [
    { ...search, X: negated(search.X) },
    { ...search, y: search.y.map((value) => -value) },
    { ...search, candidates: negated(search.candidates) },
    { ...search, lengthScale: 0.3 },
    { ...search, noise: 0.6 },
    { ...search, xi: 1 },
  ];
}
