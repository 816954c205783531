import type { TopLevelSpec } from "vega-lite";

/** Chooses between the words of a picture in English and in German. */
export type Say = (english: string, german: string) => string;

/**
 * A picture of a handout, as a specification of Vega-Lite. It may use nothing but its words and plain numbers of float64, so that it is the
 * same on every machine. Its colours and fonts are given; where it needs more, {@link colours} follow light and dark as they do.
 */
export type Picture = (say: Say) => TopLevelSpec;

/** What a `pictures/pictures.ts` exports as `pictures`: by the name of the file in `assignments/<id>/pictures/`, without extension. */
export type Pictures = Readonly<Record<string, Picture>>;

/** Colours that are legible in the light and in the dark; series are told apart by those who see no red or green, too. */
export const colours = {
  ink: "var(--ink)",
  muted: "var(--muted)",
  line: "var(--line)",
  paper: "var(--paper)",
  series: ["var(--series-1)", "var(--series-2)", "var(--series-3)", "var(--series-4)", "var(--series-5)"],
} as const;

/** Dashes that tell series apart where colours do not. */
export const dashes: readonly (readonly number[])[] = [
  [1, 0],
  [6, 3],
  [2, 2],
  [8, 3, 2, 3],
  [1, 3],
];
