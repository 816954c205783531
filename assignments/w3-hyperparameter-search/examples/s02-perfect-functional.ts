import type { Rng } from "gradecheck";
import type { Contract } from "gradecheck/w3-hyperparameter-search";

// everything as short as I could get it; erfc: series for small x, continued fraction for large

export const gridSearch: Contract["gridSearch"] = (ranges) => {
  const entries = Object.entries(ranges);
  const total = entries.reduce((product, [, values]) => product * values.length, 1);
  return Array.from({ length: total }, (_, index) => {
    let rest = index;
    const setting: [string, number][] = [];
    for (const [name, values] of entries.slice().reverse()) {
      setting.push([name, values[rest % values.length]]);
      rest = Math.floor(rest / values.length);
    }
    return Object.fromEntries(setting);
  });
};

export function sampleLogUniform(low: number, high: number, n: number, rng: Rng): number[] {
  const draws = Array.from(rng.rand([n]).dataSync());
  return draws.map((r) => Math.exp((1 - r) * Math.log(low) + r * Math.log(high)));
}

export function sampleBeta(low: number, high: number, n: number, rng: Rng): number[] {
  return Array.from({ length: n }, () => {
    const r = rng.rand([]).dataSync()[0];
    return 1 - Math.pow(1 - low, 1 - r) * Math.pow(1 - high, r);
  });
}

export const coarseToFine: Contract["coarseToFine"] = (points, scores, keep) => {
  const kept = scores
    .map((score, place) => ({ score, place }))
    .sort((one, other) => other.score - one.score || one.place - other.place)
    .slice(0, keep)
    .map(({ place }) => points[place]);
  return kept.slice(1).reduce(
    ({ low, high }, point) => ({
      low: low.map((value, k) => Math.min(value, point[k])),
      high: high.map((value, k) => Math.max(value, point[k])),
    }),
    { low: [...kept[0]], high: [...kept[0]] },
  );
};

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = a.length - 1; i >= 0; i--) sum += a[i] * b[i];
  return sum;
};

export function rbfKernel(A: number[][], B: number[][], lengthScale: number): number[][] {
  const [a2, b2] = [A, B].map((points) => points.map((point) => dot(point, point)));
  return A.map((a, i) => {
    const row = new Float64Array(B.length);
    for (let j = 0; j < B.length; j++) {
      const squared = Math.max(0, a2[i] + b2[j] - 2 * dot(a, B[j]));
      row[j] = Math.exp(-squared / 2 / lengthScale / lengthScale);
    }
    return row as unknown as number[];
  });
}

export function gpPosterior(X: number[][], y: number[], XNew: number[][], lengthScale: number, noise: number) {
  const n = X.length;
  const L = rbfKernel(X, X, lengthScale).map((row) => Float64Array.from(row));
  for (let i = 0; i < n; i++) L[i][i] = 1 + noise ** 2;
  for (let j = 0; j < n; j++) {
    L[j][j] = Math.sqrt(L[j][j]);
    for (let i = j + 1; i < n; i++) L[i][j] /= L[j][j];
    for (let k = j + 1; k < n; k++) for (let i = k; i < n; i++) L[i][k] -= L[i][j] * L[k][j];
  }
  const solve = (b: ArrayLike<number>): Float64Array => {
    const v = Float64Array.from(b);
    for (let j = 0; j < n; j++) {
      v[j] /= L[j][j];
      for (let i = j + 1; i < n; i++) v[i] -= v[j] * L[i][j];
    }
    for (let j = n - 1; j >= 0; j--) {
      for (let i = j + 1; i < n; i++) v[j] -= L[i][j] * v[i];
      v[j] /= L[j][j];
    }
    return v;
  };
  const alpha = solve(y);
  const k = rbfKernel(XNew, X, lengthScale);
  return {
    std: Float64Array.from(k, (row) => Math.sqrt(Math.abs(1 - dot(row, solve(row))))),
    mean: Float64Array.from(k, (row) => dot(row, alpha)),
  };
}

/** 1 - erf(x), for x from 0. */
function erfc(x: number): number {
  if (x < 2) {
    let [term, sum] = [x, x];
    for (let n = 1; n < 60; n++) {
      term *= -(x * x) / n;
      sum += term / (2 * n + 1);
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * sum;
  }
  let fraction = x;
  for (let n = 60; n > 0; n--) fraction = x + n / 2 / fraction;
  return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
}

const Phi = (z: number): number => (z < 0 ? erfc(-z / Math.SQRT2) / 2 : 1 - erfc(z / Math.SQRT2) / 2);

export const expectedImprovement: Contract["expectedImprovement"] = (mean, std, best, xi = 0.01) =>
  mean.map((mu, i) => {
    if (std[i] < 1e-12) return 0;
    const z = (mu - best - xi) / std[i];
    return Math.max(0, (mu - best - xi) * Phi(z) + (std[i] * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI));
  });

export const proposeNext: Contract["proposeNext"] = async (X, y, candidates, lengthScale, noise, xi = 0.01) => {
  const { mean, std } = gpPosterior(X, y, candidates, lengthScale, noise);
  const best = y.toSorted((a, b) => b - a)[0];
  const improvements = await expectedImprovement(Array.from(mean), Array.from(std), best, xi);
  return improvements.reduce((greatest, value, i) => (value > improvements[greatest] ? i : greatest), 0);
};
