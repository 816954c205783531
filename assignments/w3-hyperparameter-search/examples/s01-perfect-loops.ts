import type { Rng } from "gradecheck";

// hyperparameter search. erf is formula 7.1.26 from the handbook

export async function gridSearch(ranges: Record<string, number[]>): Promise<Record<string, number>[]> {
  const names = Object.keys(ranges);
  const out: Record<string, number>[] = [];
  const visit = (depth: number, setting: Record<string, number>): void => {
    if (depth === names.length) {
      out.push({ ...setting });
      return;
    }
    for (let i = 0; i < ranges[names[depth]].length; i++) {
      setting[names[depth]] = ranges[names[depth]][i];
      visit(depth + 1, setting);
    }
  };
  visit(0, {});
  return out;
}

export function sampleLogUniform(low: number, high: number, n: number, rng: Rng) {
  const r = rng.rand([n]).arraySync() as number[];
  const a = Math.log10(low);
  const b = Math.log10(high);
  const out = [];
  for (let i = 0; i < n; i++) out.push(Math.pow(10, a + r[i] * (b - a)));
  return out;
}

export function sampleBeta(low: number, high: number, n: number, rng: Rng) {
  const distances = sampleLogUniform(1 - low, 1 - high, n, rng);
  return distances.map((distance) => 1 - distance);
}

export function coarseToFine(points: number[][], scores: number[], keep: number) {
  const taken = new Set<number>();
  for (let round = 0; round < keep; round++) {
    let best = -1;
    for (let i = 0; i < points.length; i++) {
      if (taken.has(i)) continue;
      if (best === -1 || scores[i] > scores[best]) best = i;
    }
    taken.add(best);
  }
  const d = points[0].length;
  const low = new Array(d).fill(Infinity);
  const high = new Array(d).fill(-Infinity);
  for (const i of taken) {
    for (let k = 0; k < d; k++) {
      if (points[i][k] < low[k]) low[k] = points[i][k];
      if (points[i][k] > high[k]) high[k] = points[i][k];
    }
  }
  return { high, low };
}

export function rbfKernel(A: number[][], B: number[][], lengthScale: number) {
  const K: number[][] = [];
  for (let i = 0; i < A.length; i++) {
    K[i] = [];
    for (let j = 0; j < B.length; j++) {
      let squared = 0;
      for (let k = 0; k < A[i].length; k++) squared += Math.pow((A[i][k] - B[j][k]) / lengthScale, 2);
      K[i][j] = Math.exp(-0.5 * squared);
    }
  }
  return K;
}

function inverse(M: number[][]): number[][] {
  const n = M.length;
  const a = M.map((row, i) => row.concat(row.map((_, j) => (i === j ? 1 : 0))));
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) if (Math.abs(a[r][c]) > Math.abs(a[pivot][c])) pivot = r;
    [a[c], a[pivot]] = [a[pivot], a[c]];
    const p = a[c][c];
    for (let j = 0; j < 2 * n; j++) a[c][j] /= p;
    for (let r = 0; r < n; r++) {
      if (r === c) continue;
      const f = a[r][c];
      for (let j = 0; j < 2 * n; j++) a[r][j] -= f * a[c][j];
    }
  }
  return a.map((row) => row.slice(n));
}

export function gpPosterior(X: number[][], y: number[], XNew: number[][], lengthScale: number, noise: number) {
  const K = rbfKernel(X, X, lengthScale);
  for (let i = 0; i < K.length; i++) K[i][i] += noise * noise;
  const Kinv = inverse(K);
  const mean: number[] = [];
  const std: number[] = [];
  for (const k of rbfKernel(XNew, X, lengthScale)) {
    let [m, v] = [0, 1];
    for (let i = 0; i < k.length; i++) {
      for (let j = 0; j < k.length; j++) {
        m += k[i] * Kinv[i][j] * y[j];
        v -= k[i] * Kinv[i][j] * k[j];
      }
    }
    mean.push(m);
    std.push(v > 0 ? Math.sqrt(v) : 0);
  }
  return { mean, std };
}

function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const poly = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  const value = 1 - poly * Math.exp(-x * x);
  return x >= 0 ? value : -value;
}

export function expectedImprovement(mean: number[], std: number[], best: number, xi = 0.01) {
  const out = new Array(mean.length).fill(0);
  for (let i = 0; i < mean.length; i++) {
    if (std[i] <= 0) continue;
    const z = (mean[i] - best - xi) / std[i];
    const Phi = 0.5 * (1 + erf(z / Math.SQRT2));
    const phi = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
    out[i] = std[i] * (z * Phi + phi);
  }
  return out;
}

export async function proposeNext(
  X: number[][],
  y: number[],
  candidates: number[][],
  lengthScale: number,
  noise: number,
  xi?: number,
) {
  const { mean, std } = gpPosterior(X, y, candidates, lengthScale, noise);
  let best = y[0];
  for (const value of y) if (value > best) best = value;
  const ei = expectedImprovement(mean, std, best, xi);
  let index = 0;
  for (let i = 1; i < ei.length; i++) if (ei[i] > ei[index]) index = i;
  return index;
}
