import { type CaseGenerator, pickScenario, type Scenarios } from "../catalog/case.ts";
import { nextDrawFrom, RandomState } from "../values/random-state.ts";
import { drawPictures, type Pictures } from "./draw-pictures.ts";

type FlipScenario = Pictures & {
  readonly title: string;
  /** By default some images are mirrored and some are not. A seed: with its draws, whatever they are. */
  readonly mirrored?: "none" | "all" | readonly number[];
};

/** Among the first five draws of each is one that is 0.5 exactly, once it is rounded to float32. */
const drawsOfOneHalf = [3291398, 4090243, 18577044, 32207047, 33833923, 44093460] as const;

const flips: Scenarios<FlipScenario> = {
  visible: [
    { title: "5 images of 2 rows and 3 columns", shape: [5, 2, 3, 1], values: "pixels" },
    { title: "3 images of 3 rows and 4 columns, 3 channels", shape: [3, 3, 4, 3] },
    { title: "one image that is mirrored", shape: [1, 2, 3, 1], values: "pixels", mirrored: "all" },
  ],
  hidden: [
    { title: "6 images, 2 channels", shape: [6, 3, 5, 2] },
    { title: "square images, 4 channels", shape: [4, 4, 4, 4], values: "pixels" },
    { title: "a draw of exactly 0.5", shape: [5, 1, 2, 1], mirrored: drawsOfOneHalf },
    { title: "one column", shape: [4, 3, 1, 3], values: "pixels" },
    { title: "one row", shape: [4, 1, 6, 1] },
    { title: "no image that is mirrored", shape: [4, 2, 2, 1], mirrored: "none" },
    { title: "every image mirrored", shape: [3, 2, 4, 3], mirrored: "all" },
    { title: "70 images", shape: [70, 2, 2, 1], values: "pixels" },
    { title: "images of 70 rows and 66 columns", shape: [2, 70, 66, 1] },
  ],
  small: [
    { title: "2 images of 1 row and 2 columns", shape: [2, 1, 2, 1], values: "pixels" },
    { title: "one image that is mirrored", shape: [1, 2, 2, 1], values: "pixels", mirrored: "all" },
    { title: "one image that is not mirrored", shape: [1, 2, 2, 1], values: "pixels", mirrored: "none" },
    { title: "2 channels", shape: [2, 1, 2, 2], values: "pixels" },
    { title: "3 images of 2 rows and 3 columns", shape: [3, 2, 3, 1], values: "pixels" },
    { title: "one column", shape: [2, 2, 1, 1], values: "pixels" },
    { title: "a draw of exactly 0.5", shape: [4, 1, 2, 1], values: "pixels", mirrored: [41345262] },
    { title: "numbers around 0", shape: [2, 2, 2, 1] },
    { title: "large numbers", shape: [2, 1, 3, 1], scale: 1e4 },
    { title: "tiny numbers", shape: [2, 1, 3, 1], scale: 1e-9 },
    { title: "70 images", shape: [70, 1, 2, 1], values: "pixels" },
    { title: "70 columns", shape: [2, 1, 70, 1], values: "pixels" },
  ],
};

/** Cases of `flipImages`. */
export const flipCases: CaseGenerator = (random, index, visibility) => {
  const { title, mirrored, ...pictures } = pickScenario(flips, index, visibility);
  return {
    title,
    args: [drawPictures(random, pictures), { kind: "rng", seed: drawFlips(random, pictures, mirrored) }],
  };
};

function drawFlips(random: RandomState, { shape: [m] }: Pictures, mirrored: FlipScenario["mirrored"]): number {
  if (typeof mirrored === "object") return mirrored[random.randint(0, mirrored.length, 1)[0] ?? 0] ?? 0;
  for (;;) {
    const seed = random.randint(0, 2 ** 32, 1)[0] ?? 0;
    const count = new RandomState(seed).rand(m).filter((draw) => draw < 0.5).length;
    const isWanted = mirrored === undefined ? count > 0 && count < m : count === (mirrored === "all" ? m : 0);
    if (isWanted && showsOtherDraws(seed, m)) return seed;
  }
}

/** Whether the generator shows afterwards that others drew a single number for all images, normal ones or whole ones. */
function showsOtherDraws(seed: number, m: number): boolean {
  const nextAfter = (draw: (random: RandomState) => unknown): number => {
    const random = new RandomState(seed);
    draw(random);
    return nextDrawFrom(random);
  };
  const right = nextAfter((random) => random.rand(m));
  const others = [
    nextAfter((random) => random.randn(m)),
    nextAfter((random) => random.randint(0, 2, m)),
    ...(m > 1 ? [nextAfter((random) => random.random())] : []),
  ];
  return !others.includes(right);
}
