/** Seeded randomness for property tests: the same seed gives the same sequence on every machine. */
export type RandomSource = {
  /** Uniform in [0, 1). */
  readonly uniform: () => number;
  /** Integer from 0 to below the bound. */
  readonly below: (bound: number) => number;
  /** As many values, roughly normal with deviation 1. */
  readonly normals: (count: number) => number[];
};

/** Starts a sequence: a 32-bit counter put through an integer mixer. */
export function randomSource(seed: number): RandomSource {
  let counter = seed >>> 0;
  const uniform = () => {
    counter = (counter + 0x9e3779b9) >>> 0;
    let mixed = counter;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(uniform() * bound);
  const normal = () => Array.from({ length: 12 }, uniform).reduce((sum, part) => sum + part, -6);
  return { uniform, below, normals: (count) => Array.from({ length: count }, normal) };
}
