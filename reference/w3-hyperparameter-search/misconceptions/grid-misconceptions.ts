import type { Misconception } from "../../misconceptions/misconception.ts";
import { variantsOf } from "./variants-of.ts";

type Ranges = Readonly<Record<string, readonly number[]>>;

const variant = variantsOf<(ranges: Ranges) => unknown>("gridSearch", "grid");

/** All combinations, the last entry fastest. */
const combine = (entries: readonly (readonly [key: string, values: readonly number[]])[]): Record<string, number>[] =>
  entries.reduce<Record<string, number>[]>(
    (settings, [key, values]) => settings.flatMap((setting) => values.map((value) => ({ ...setting, [key]: value }))),
    [{}],
  );

/** What students write instead of all combinations. */
export const gridMisconceptions: readonly Misconception[] = [
  variant(
    "first-fastest",
    "The first name varies fastest instead of the last.",
    "All combinations are there, in another order. Read the result like the numbers of a counter: its last wheel " +
      "turns with every step. With nested loops, the innermost one belongs to the last name.",
    (ranges) => combine(Object.entries(ranges).reverse()),
  ),
  variant(
    "names-sorted",
    "The names are sorted before they are combined.",
    "The order of the names says which of them varies fastest, and it is the order in which they stand in the " +
      "dictionary. A program that sorts them answers another question as soon as they are not in alphabetical " +
      "order.",
    (ranges) => combine(Object.entries(ranges).sort(([one], [other]) => (one < other ? -1 : 1))),
  ),
  variant(
    "values-sorted",
    "The values of each name are sorted.",
    "Whoever writes the lists decides in which order values are tried, the most promising ones first, perhaps. " +
      "Take them as they stand.",
    (ranges) => combine(Object.entries(ranges).map(([key, values]) => [key, values.toSorted((a, b) => a - b)])),
  ),
  variant(
    "paired",
    "The first values are put together, then the second ones, and so on, instead of every value with every other.",
    "Lists that are walked side by side give as many settings as the shortest list has values. A grid has one for " +
      "each pair, so that the numbers of values multiply.",
    (ranges) =>
      Array.from({ length: Math.min(...Object.values(ranges).map((values) => values.length)) }, (_, i) =>
        Object.fromEntries(Object.entries(ranges).map(([key, values]) => [key, values[i]])),
      ),
  ),
  variant(
    "one-at-a-time",
    "One name is varied at a time while the others keep their first value.",
    "That explores the lines through one corner of the grid and none of its inside. Two hyperparameters that only " +
      "work well together are never found that way. Every value has to meet every value of every other name.",
    (ranges) => {
      const first = Object.fromEntries(Object.entries(ranges).map(([key, values]) => [key, values[0]]));
      return Object.entries(ranges).flatMap(([key, values]) => values.map((value) => ({ ...first, [key]: value })));
    },
  ),
  variant(
    "two-names-only",
    "Only the first two names are combined; further ones are left out.",
    "Two nested loops are enough for two names. How many there are is not known beforehand, so the number of " +
      "loops must not be written down: build the combinations up name by name.",
    (ranges) => combine(Object.entries(ranges).slice(0, 2)),
  ),
  variant(
    "same-object",
    "One dictionary is written again and again, so that all results are the last combination.",
    "The list holds the same dictionary many times, and whoever writes to it changes them all. Every combination " +
      "needs a dictionary of its own.",
    (ranges) => {
      const all = combine(Object.entries(ranges));
      return all.map(() => all.at(-1));
    },
  ),
  variant(
    "lists-for-dictionaries",
    "Every combination is a list of values, without the names.",
    "A bare list leaves it to the reader which number is the learning rate. Each combination is to be a " +
      "dictionary from the name to its value.",
    (ranges) => combine(Object.entries(ranges)).map((setting) => Object.values(setting)),
  ),
  variant(
    "columns",
    "The result is one dictionary of lists instead of a list of dictionaries.",
    "The numbers are right, but they are put together by name. One setting is what a training run needs, so the " +
      "result is a list with one dictionary for each.",
    (ranges) => {
      const all = combine(Object.entries(ranges));
      return Object.fromEntries(Object.keys(ranges).map((key) => [key, all.map((setting) => setting[key] ?? 0)]));
    },
  ),
  variant(
    "unfinished-included",
    "Combinations that do not have all names yet are returned as well.",
    "While combinations are built up name by name, there are unfinished ones on the way. Only those with a value " +
      "for every name belong to the result.",
    (ranges) => {
      const entries = Object.entries(ranges);
      return entries.flatMap((_, i) => combine(entries.slice(0, i + 1)));
    },
  ),
  variant(
    "last-value-missed",
    "The last value of each name is left out.",
    "A list of three values has the places 0, 1 and 2. Look at where the loops over values end.",
    (ranges) => combine(Object.entries(ranges).map(([key, values]) => [key, values.slice(0, -1)])),
  ),
  variant(
    "places-for-values",
    "The places of the values are returned instead of the values.",
    "A place says where in its list a value stands. What a training run needs is the value itself.",
    (ranges) => combine(Object.entries(ranges).map(([key, values]) => [key, values.map((_, i) => i)])),
  ),
];
