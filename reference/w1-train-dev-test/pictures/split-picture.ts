import { RandomState } from "../../../assignments/values/random-state.ts";
import { colours, type Picture } from "../../pictures/picture.ts";

const m = 10;
const size = Math.floor(0.2 * m);
const order = new RandomState(3).permutation(m);
const sets = ["train", "dev", "test"] as const;

const setOf = (place: number): (typeof sets)[number] =>
  place < m - 2 * size ? "train" : place < m - size ? "dev" : "test";

/** Ten columns in their old order, and shuffled and cut; each has the colour of the set that it gets into. */
export const splitPicture: Picture = (say) => {
  const rows = [say("old order", "alte Reihenfolge"), say("shuffled", "gemischt")];
  const values = Array.from({ length: m }, (_, place) => place).flatMap((place) => [
    { row: rows[0], place, column: place, set: setOf(order.indexOf(place)) },
    { row: rows[1], place, column: order[place], set: setOf(place) },
  ]);
  const x = {
    field: "place",
    type: "ordinal",
    title: say("place", "Stelle"),
    axis: { labelAngle: 0, domain: false, ticks: false },
    scale: { paddingInner: 0.12, paddingOuter: 0.06 },
  } as const;
  const y = {
    field: "row",
    type: "ordinal",
    sort: rows,
    title: null,
    axis: { domain: false, ticks: false, labelColor: colours.ink, labelFontSize: 12 },
    scale: { paddingInner: 0.35, paddingOuter: 0.1 },
  } as const;
  return {
    width: 460,
    height: 120,
    view: { stroke: null },
    data: { values },
    layer: [
      {
        mark: { type: "rect", cornerRadius: 3 },
        encoding: {
          x,
          y,
          color: {
            field: "set",
            type: "nominal",
            sort: [...sets],
            title: null,
            legend: { orient: "top", symbolType: "square" },
          },
        },
      },
      {
        mark: { type: "text", color: colours.paper, fontSize: 13, fontWeight: "bold" },
        encoding: { x, y, text: { field: "column" } },
      },
    ],
  };
};
