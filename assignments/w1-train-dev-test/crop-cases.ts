import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { numberValue } from "../values/case-value.ts";
import { RandomState } from "../values/random-state.ts";
import { drawPictures, type Pictures } from "./draw-pictures.ts";

type CropScenario = Pictures & { readonly title: string; readonly height: number; readonly width: number };

const crops: Scenarios<CropScenario> = {
  visible: [
    { title: "4 images, 3 of 5 rows and 2 of 6 columns", shape: [4, 5, 6, 1], height: 3, width: 2, values: "pixels" },
    { title: "3 images, all of 4 rows and 2 of 5 columns, 2 channels", shape: [3, 4, 5, 2], height: 4, width: 2 },
    { title: "2 whole images", shape: [2, 3, 3, 1], height: 3, width: 3, scale: 1000 },
  ],
  hidden: [
    { title: "6 images, 2 of 7 rows and 4 of 9 columns, 3 channels", shape: [6, 7, 9, 3], height: 2, width: 4 },
    { title: "square windows of square images", shape: [5, 8, 8, 1], height: 3, width: 3, values: "pixels" },
    { title: "single pixels", shape: [5, 6, 7, 2], height: 1, width: 1, values: "pixels" },
    { title: "one image", shape: [1, 9, 12, 1], height: 4, width: 5 },
    { title: "all columns", shape: [5, 9, 4, 1], height: 3, width: 4 },
    { title: "one row or column less than there are", shape: [8, 4, 5, 1], height: 3, width: 4, values: "pixels" },
    { title: "70 images", shape: [70, 3, 4, 1], height: 2, width: 2, values: "pixels" },
    { title: "windows of more than 1000 rows", shape: [2, 1009, 3, 1], height: 1004, width: 2 },
    { title: "windows of more than 1000 columns", shape: [2, 3, 1009, 1], height: 2, width: 1004 },
  ],
  small: [
    { title: "one image, one of 3 rows", shape: [1, 3, 1, 1], height: 1, width: 1, values: "pixels" },
    { title: "one image, one of 3 columns", shape: [1, 1, 3, 1], height: 1, width: 1, values: "pixels" },
    { title: "a whole image", shape: [1, 2, 2, 1], height: 2, width: 2, values: "pixels" },
    { title: "2 images, all rows", shape: [2, 2, 4, 1], height: 2, width: 1, values: "pixels" },
    { title: "2 images, all columns", shape: [2, 4, 2, 1], height: 1, width: 2, values: "pixels" },
    {
      title: "one image, one of 4 rows and 2 of 4 columns",
      shape: [1, 4, 4, 1],
      height: 1,
      width: 2,
      values: "pixels",
    },
    { title: "3 images, one of 4 rows and 2 of 5 columns", shape: [3, 4, 5, 1], height: 1, width: 2, values: "pixels" },
    { title: "one row less than there are", shape: [4, 2, 1, 1], height: 1, width: 1, values: "pixels" },
    { title: "2 channels", shape: [2, 1, 3, 2], height: 1, width: 1, values: "pixels" },
    { title: "numbers around 0", shape: [2, 1, 4, 1], height: 1, width: 2 },
    { title: "large numbers", shape: [2, 1, 4, 1], height: 1, width: 2, scale: 1e4 },
    { title: "tiny numbers", shape: [2, 1, 4, 1], height: 1, width: 2, scale: 1e-9 },
    { title: "70 images", shape: [70, 1, 3, 1], height: 1, width: 1, values: "pixels" },
    { title: "a window of 70 columns", shape: [1, 1, 75, 1], height: 1, width: 70, values: "pixels" },
  ],
};

/** Cases of `cropImages`. */
export const cropCases: CaseGenerator = (random, index, visibility) => {
  const { title, height, width, ...pictures } = pickScenario(crops, index, visibility);
  const images = drawPictures(random, pictures);
  const [m, h, w] = pictures.shape;
  const seed = drawTellingSeed(random, { m, h, w, tops: h - height + 1, lefts: w - width + 1 });
  return { title, args: [images, numberValue(height), numberValue(width), { kind: "rng", seed }] };
};

type Room = Readonly<Record<"m" | "h" | "w" | "tops" | "lefts", number>>;
type Place = readonly [top: number, left: number];
type Way = (random: RandomState, room: Room) => readonly Place[];

const below = (random: RandomState, high: number): number => random.randint(0, high, 1)[0] ?? 0;

const forEach = ({ m }: Room, place: () => Place): Place[] => Array.from({ length: m }, place);

const rightPlaces: Way = (random, room) => forEach(room, () => [below(random, room.tops), below(random, room.lefts)]);

/** Other places at which windows of the right size may be cut. */
const wrongPlaces: readonly Way[] = [
  (random, room) => {
    const turned = forEach(room, () => [below(random, room.lefts), below(random, room.tops)]);
    return turned.map(([left, top]): Place => [top, left]);
  },
  (random, { m, tops, lefts }) => {
    const rows = random.randint(0, tops, m);
    const columns = random.randint(0, lefts, m);
    return rows.map((top, i): Place => [top, columns[i] ?? 0]);
  },
  (random, room) => rightPlaces(random, { ...room, tops: room.tops - 1 || 1, lefts: room.lefts - 1 || 1 }),
  (random, room) =>
    rightPlaces(random, { ...room, tops: room.h, lefts: room.w }).map(
      ([top, left]): Place => [Math.min(top, room.tops - 1), Math.min(left, room.lefts - 1)],
    ),
  (random, room) =>
    rightPlaces(random, room).map(
      ([top, left]): Place => [Math.min(left, room.tops - 1), Math.min(top, room.lefts - 1)],
    ),
];

/** Of a hundred seeds, the first that tells the right places from most of the wrong ones: some are the same for every seed. */
function drawTellingSeed(random: RandomState, room: Room): number {
  const placesOf = (way: Way, seed: number): string => JSON.stringify(way(new RandomState(seed), room));
  const told = random.randint(0, 2 ** 32, 100).map((seed) => {
    const right = placesOf(rightPlaces, seed);
    return { seed, count: wrongPlaces.filter((way) => placesOf(way, seed) !== right).length };
  });
  const most = Math.max(...told.map(({ count }) => count));
  return told.find(({ count }) => count === most)?.seed ?? 0;
}
