/** What gradecheck passes to a generator: seeded for this case alone, so that a case stays the same when others are added. */
type Random = { readonly randn: (count: number) => Float64Array };

/** A nested array of numbers: `[n]` for a list of n. */
type ArrayValue = { readonly kind: "array"; readonly shape: readonly number[]; readonly data: Float64Array };

/** What the cases are about. The first are the ones that one checks by hand. */
const scenarios = {
  visible: [
    { n: 3, noise: 0.5 },
    { n: 5, noise: 1 },
    { n: 8, noise: 2 },
  ],
  hidden: [
    { n: 4, noise: 0.5 },
    { n: 3, noise: 1 },
    { n: 6, noise: 2 },
    { n: 10, noise: 1 },
    { n: 20, noise: 3 },
    { n: 80, noise: 5 },
  ],
};

export const generators = {
  fitLine: (random: Random, index: number, visibility: "visible" | "hidden") => {
    const { n, noise } = scenarios[visibility][index % scenarios[visibility].length];
    const [slope, intercept] = random.randn(2).map((value) => 3 * value);
    const x = random.randn(n).map((value) => 2 + 2 * value);
    const y = random.randn(n).map((value, i) => intercept + slope * x[i] + noise * value);
    return { title: `${n} points`, args: [list(x), list(y)] };
  },
};

const list = (data: Float64Array): ArrayValue => ({ kind: "array", shape: [data.length], data });
