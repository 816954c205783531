const stateLength = 624;
const shiftLength = 397;
const uint32 = 2 ** 32;
// Taken before a submission runs in the same isolate: a generator that it is handed starts from its seed.
const { imul } = Math;

/**
 * What a generator gives next, a normal and a uniform draw, added up: after a call it tells whether as much was drawn as another call
 * draws. A normal draw that is left over from a pair shows in it too: one draw too many may take nothing but that.
 */
export function nextDrawFrom(random: RandomState): number {
  const [normal = 0] = random.randn(1);
  return normal + random.random();
}

/**
 * The generator behind NumPy's `np.random.seed` and `RandomState`: MT19937 with the legacy distributions.
 *
 * Integers and uniform draws equal NumPy's bit for bit; normal draws may differ in the last bit, because they pass
 * through the platform's logarithm. Plain numbers only and no Node API, so that it runs inside the isolate as well.
 *
 * @see Matsumoto & Nishimura 1998, "Mersenne Twister"
 */
export class RandomState {
  readonly #state = new Uint32Array(stateLength);
  #position = stateLength;
  #cachedGauss: number | undefined;

  /**
   * @param seed Integer in [0, 2^32 - 1].
   * @throws RangeError for any other seed.
   */
  constructor(seed: number) {
    this.seed(seed);
  }

  /**
   * Starts again, as `np.random.seed(seed)`; a normal draw that was left over is forgotten.
   * @param seed Integer in [0, 2^32 - 1].
   * @throws RangeError for any other seed.
   */
  seed(seed: number): void {
    if (!Number.isInteger(seed) || seed < 0 || seed >= uint32) {
      throw new RangeError(
        `Cannot seed the generator: seed is ${String(seed)}, must be an integer from 0 to 4294967295`,
      );
    }
    const state = this.#state;
    let previous = seed >>> 0;
    state[0] = previous;
    for (let i = 1; i < stateLength; i++) {
      previous = (imul(1812433253, previous ^ (previous >>> 30)) + i) >>> 0;
      state[i] = previous;
    }
    this.#position = stateLength;
    this.#cachedGauss = undefined;
  }

  /** One uniform draw from [0, 1) with 53 random bits. */
  random(): number {
    const high = this.#nextUint32() >>> 5;
    const low = this.#nextUint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }

  /**
   * Uniform draws from [0, 1), as `np.random.rand`.
   * @throws RangeError where `count` is not a non-negative integer.
   */
  rand(count: number): Float64Array {
    const draws = new Float64Array(checkCount("rand", "count", count));
    for (let i = 0; i < count; i++) draws[i] = this.random();
    return draws;
  }

  /**
   * Standard normal draws, as `np.random.randn`. They come in pairs: the second of a pair waits for the next call.
   * @throws RangeError where `count` is not a non-negative integer.
   */
  randn(count: number): Float64Array {
    const draws = new Float64Array(checkCount("randn", "count", count));
    for (let i = 0; i < count; i++) draws[i] = this.#nextGauss();
    return draws;
  }

  /**
   * A permutation of 0..n-1, as `np.random.permutation(n)`.
   * @throws RangeError where `n` is not a non-negative integer.
   */
  permutation(n: number): number[] {
    const order = Array.from({ length: checkCount("permutation", "n", n) }, (_, i) => i);
    for (let i = n - 1; i > 0; i--) {
      const j = this.#nextBelowOrEqual(i);
      const held = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = held;
    }
    return order;
  }

  /**
   * Integers from [low, high), as `np.random.randint(low, high, count)` with 64-bit integers.
   * @param low Smallest integer that may be drawn.
   * @param high One above the largest.
   * @throws RangeError where the bounds are no safe integers, `high <= low`, or `count` is not a non-negative integer.
   */
  randint(low: number, high: number, count: number): number[] {
    const safe = Number.isSafeInteger(low) && Number.isSafeInteger(high) && Number.isSafeInteger(high - low);
    if (!safe || high <= low) {
      throw new RangeError(
        `Cannot draw randint: [low, high) is [${String(low)}, ${String(high)}), must be integers with low < high`,
      );
    }
    const range = high - low - 1;
    return Array.from({ length: checkCount("randint", "count", count) }, () => low + this.#nextBelowOrEqual(range));
  }

  /** An integer from [0, max], by masking and rejection; draws nothing where `max` is 0. */
  #nextBelowOrEqual(max: number): number {
    if (max === 0) return 0;
    if (max < uint32) {
      const mask = smear(max);
      for (;;) {
        const value = (this.#nextUint32() & mask) >>> 0;
        if (value <= max) return value;
      }
    }
    const highMask = smear(Math.floor(max / uint32));
    for (;;) {
      const high = (this.#nextUint32() & highMask) >>> 0;
      const value = high * uint32 + this.#nextUint32();
      if (value <= max) return value;
    }
  }

  /** The polar method; NumPy hands out the second coordinate of a point first. */
  #nextGauss(): number {
    const cached = this.#cachedGauss;
    if (cached !== undefined) {
      this.#cachedGauss = undefined;
      return cached;
    }
    for (;;) {
      const x1 = 2 * this.random() - 1;
      const x2 = 2 * this.random() - 1;
      const r2 = x1 * x1 + x2 * x2;
      if (r2 >= 1 || r2 === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(r2)) / r2);
      this.#cachedGauss = factor * x1;
      return factor * x2;
    }
  }

  #nextUint32(): number {
    if (this.#position === stateLength) this.#twist();
    let y = this.#state[this.#position++] ?? 0;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    y ^= y >>> 18;
    return y >>> 0;
  }

  #twist(): void {
    const state = this.#state;
    for (let i = 0; i < stateLength; i++) {
      const y = ((state[i] ?? 0) & 0x80000000) | ((state[(i + 1) % stateLength] ?? 0) & 0x7fffffff);
      const far = state[(i + shiftLength) % stateLength] ?? 0;
      state[i] = far ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.#position = 0;
  }
}

/** The smallest 2^k - 1 that is at least `max`, for `max` below 2^32. */
function smear(max: number): number {
  return max === 0 ? 0 : 0xffffffff >>> Math.clz32(max);
}

function checkCount(act: string, name: string, count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError(`Cannot draw ${act}: ${name} is ${String(count)}, must be a non-negative integer`);
  }
  return count;
}
