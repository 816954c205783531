import { RandomState } from "../../../assignments/values/random-state.ts";
import { colours, dashes, type Picture } from "../../pictures/picture.ts";
import { earlyStopping } from "../solution.ts";

const degree = 14;
const epochs = 60;
const patience = 8;
const learningRate = 0.015;

type Example = { readonly features: readonly number[]; readonly y: number };
type Costs = { readonly train: number[]; readonly dev: number[] };

/** Chebyshev polynomials at x. */
function featuresAt(x: number): number[] {
  const features = [1, x];
  while (features.length <= degree) {
    const [before = 0, last = 0] = features.slice(-2);
    features.push(2 * x * last - before);
  }
  return features;
}

/** A curve of the third degree, and noise. */
function drawExamples(random: RandomState, count: number): Example[] {
  return Array.from({ length: count }, () => {
    const x = 2 * random.random() - 1;
    const noise = 0.8 * (random.randn(1)[0] ?? 0);
    return { features: featuresAt(x), y: 2 * x ** 3 - 1.2 * x + noise };
  });
}

const answer = (weights: readonly number[], { features }: Example): number =>
  weights.reduce((sum, weight, k) => sum + weight * (features[k] ?? 0), 0);

const costOf = (weights: readonly number[], set: readonly Example[]): number =>
  set.reduce((sum, example) => sum + (answer(weights, example) - example.y) ** 2, 0) / set.length;

/** Costs after each epoch of stochastic gradient descent, one example at a time. */
function train(seed: number): Costs {
  const random = new RandomState(seed);
  const [training, dev] = [drawExamples(random, 12), drawExamples(random, 40)];
  const costs: Costs = { train: [], dev: [] };
  let weights = Array.from({ length: degree + 1 }, () => 0);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const i of random.permutation(training.length)) {
      const example = training[i];
      if (example === undefined) continue;
      const error = answer(weights, example) - example.y;
      weights = weights.map((weight, k) => weight - learningRate * error * (example.features[k] ?? 0));
    }
    costs.train.push(Number(costOf(weights, training).toFixed(4)));
    costs.dev.push(Number(costOf(weights, dev).toFixed(4)));
  }
  return costs;
}

const domain: readonly number[] = [0, epochs - 1];

const costs = train(13);
const { bestEpoch, stopEpoch } = earlyStopping(costs.dev, patience);

/** Training and dev cost over epochs; the best epoch, the wait and the stop; what would have come after it is pale. */
export const stoppingPicture: Picture = (say) => {
  const names = [say("dev cost", "Dev-Kosten"), say("training cost", "Trainingskosten")];
  const lines = [costs.dev, costs.train].flatMap((each, i) =>
    each.map((cost, epoch) => ({ epoch, cost, of: names[i] })),
  );
  const x = {
    field: "epoch",
    type: "quantitative",
    title: say("epoch", "Epoche"),
    axis: { grid: false, tickMinStep: 1 },
    scale: { domain: domain.slice(), nice: false },
  } as const;
  const y = { field: "cost", type: "quantitative", title: say("cost", "Kosten"), axis: { tickCount: 5 } } as const;
  const legend = { symbolType: "stroke", symbolSize: 500, symbolStrokeWidth: 2, orient: "top" } as const;
  const encoding = {
    x,
    y,
    color: { field: "of", type: "nominal", sort: names, title: null, legend },
    strokeDash: {
      field: "of",
      type: "nominal",
      sort: names,
      title: null,
      legend,
      scale: { range: dashes.slice(0, 2).map((dash) => [...dash]) },
    },
  } as const;
  const marks = [
    { epoch: bestEpoch, name: say(`best: ${bestEpoch}`, `beste: ${bestEpoch}`), align: "right" },
    { epoch: stopEpoch, name: say(`stop: ${stopEpoch}`, `Ende: ${stopEpoch}`), align: "left" },
  ] as const;
  return {
    width: 560,
    height: 260,
    layer: [
      {
        data: {
          values: [{ epoch: bestEpoch, end: stopEpoch }],
        },
        mark: { type: "rect", color: colours.line, opacity: 0.6 },
        encoding: { x, x2: { field: "end" } },
      },
      { data: { values: lines }, mark: { type: "line", strokeWidth: 2 }, encoding },
      {
        data: { values: [{ epoch: stopEpoch, end: epochs - 1 }] },
        mark: { type: "rect", color: colours.paper, opacity: 0.65 },
        encoding: { x, x2: { field: "end" } },
      },
      ...marks.map(({ align, ...one }) => ({
        data: { values: [one] },
        layer: [
          { mark: { type: "rule" as const, color: colours.ink, strokeWidth: 1.5 }, encoding: { x } },
          {
            mark: {
              type: "text" as const,
              align,
              dx: align === "right" ? -5 : 5,
              y: 10,
              color: colours.ink,
              fontSize: 12,
            },
            encoding: { x, text: { field: "name" } },
          },
        ],
      })),
      {
        data: {
          values: [{ epoch: (bestEpoch + stopEpoch) / 2, name: say(`patience ${patience}`, `Geduld ${patience}`) }],
        },
        mark: { type: "text", y: 250, color: colours.ink, fontSize: 12 },
        encoding: { x, text: { field: "name" } },
      },
    ],
  };
};
