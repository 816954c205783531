import { RandomState } from "../../../assignments/values/random-state.ts";
import { colours, dashes, type Picture, type Say } from "../../pictures/picture.ts";

/** How often the more frequent class changes between 0 and 1. */
const changes = 5;
/** How often the less frequent class occurs: nobody's error is lower. */
const optimalError = 0.06;
const examples = 40;
const tasks = 1500;
const mostRegions = 36;
const grid = 200;

type Example = { readonly x: number; readonly y: number };
/** What is to be learned, and what there is to learn it from. */
type Task = { readonly classAt: (x: number) => number; readonly training: readonly Example[] };
type Errors = { readonly regions: number; readonly train: number; readonly dev: number };

function drawTask(random: RandomState): Task {
  const places = [...random.rand(changes)];
  const classAt = (x: number): number => places.filter((place) => x >= place).length % 2;
  const training = Array.from({ length: examples }, () => {
    const x = random.random();
    return { x, y: random.random() < optimalError ? 1 - classAt(x) : classAt(x) };
  });
  return { classAt, training };
}

/** Errors of a model that cuts [0, 1] into equal regions and says in each what most of its training examples say. */
function errorsOf({ classAt, training }: Task, regions: number): Omit<Errors, "regions"> {
  const votes = new Float64Array(regions);
  const regionOf = (x: number): number => Math.floor(x * regions);
  for (const { x, y } of training) votes[regionOf(x)] = (votes[regionOf(x)] ?? 0) + (y === 1 ? 1 : -1);
  const answer = (x: number): number => ((votes[regionOf(x)] ?? 0) > 0 ? 1 : 0);
  const wrong = training.filter(({ x, y }) => answer(x) !== y).length;
  let expected = 0;
  for (let i = 0; i < grid; i++) {
    const x = (i + 0.5) / grid;
    expected += answer(x) === classAt(x) ? optimalError : 1 - optimalError;
  }
  return { train: wrong / examples, dev: expected / grid };
}

/** Means over many tasks. */
function curves(): Errors[] {
  const random = new RandomState(1);
  const drawn = Array.from({ length: tasks }, () => drawTask(random));
  return Array.from({ length: mostRegions }, (_, i) => {
    const errors = drawn.map((task) => errorsOf(task, i + 1));
    const mean = (key: "train" | "dev"): number =>
      Number((errors.reduce((sum, each) => sum + each[key], 0) / tasks).toFixed(4));
    return { regions: i + 1, train: mean("train"), dev: mean("dev") };
  });
}

const all = curves();

const domain: readonly number[] = [0, mostRegions + 1];

/** The gaps of one model, drawn beside its place. */
const gapsAt = (regions: number, say: Say) => {
  const { train = 0, dev = 0 } = all[regions - 1] ?? {};
  return [
    {
      regions,
      from: optimalError,
      to: train,
      middle: 0.75 * optimalError + 0.25 * train,
      gap: say("avoidable bias", "vermeidbarer Bias"),
    },
    { regions, from: train, to: dev, middle: (train + dev) / 2, gap: say("variance", "Varianz") },
  ].filter(({ from, to }) => to - from > 0.05);
};

/** Training and dev error over the complexity of a model, with both gaps where each of them is large. */
export const biasPicture: Picture = (say) => {
  const names = [
    say("dev error", "Dev-Fehler"),
    say("training error", "Trainingsfehler"),
    say("optimal error", "optimaler Fehler"),
  ];
  const [devName, trainName, optimalName] = names;
  const lines = all.flatMap(({ regions, train, dev }) => [
    { regions, error: dev, of: devName },
    { regions, error: train, of: trainName },
    { regions, error: optimalError, of: optimalName },
  ]);
  const x = {
    field: "regions",
    type: "quantitative",
    title: say("complexity: regions that the model tells apart", "Komplexität: Bereiche, die das Modell unterscheidet"),
    axis: { grid: false },
    scale: { domain: domain.slice(), nice: false },
  } as const;
  const y = { type: "quantitative", title: say("error", "Fehler"), axis: { format: ".1f", tickCount: 5 } } as const;
  const legend = { symbolType: "stroke", symbolSize: 500, symbolStrokeWidth: 2, orient: "top" } as const;
  return {
    width: 560,
    height: 280,
    layer: [
      {
        data: { values: lines },
        mark: { type: "line", strokeWidth: 2 },
        encoding: {
          x,
          y: { ...y, field: "error" },
          color: { field: "of", type: "nominal", sort: names, title: null, legend },
          strokeDash: {
            field: "of",
            type: "nominal",
            sort: names,
            title: null,
            legend,
            scale: { range: dashes.slice(0, 3).map((dash) => [...dash]) },
          },
        },
      },
      {
        data: { values: [2, 26].flatMap((regions) => gapsAt(regions, say)) },
        layer: [
          {
            mark: { type: "rule", strokeWidth: 2, color: colours.ink },
            encoding: { x, y: { ...y, field: "from" }, y2: { field: "to" } },
          },
          {
            mark: { type: "tick", thickness: 2, width: 10, color: colours.ink, orient: "horizontal" },
            encoding: { x, y: { ...y, field: "from" } },
          },
          {
            mark: { type: "tick", thickness: 2, width: 10, color: colours.ink, orient: "horizontal" },
            encoding: { x, y: { ...y, field: "to" } },
          },
          {
            mark: { type: "text", align: "left", dx: 8, color: colours.ink, fontSize: 12 },
            encoding: { x, y: { ...y, field: "middle" }, text: { field: "gap" } },
          },
        ],
      },
    ],
  };
};
