// Without imports: matrices in small functions, the cost from Z3, and the slope as the mean of the slopes on both sides.

type Matrix = number[][];
type Dictionary = Record<string, Matrix>;

const product = (a: Matrix, b: Matrix): Matrix => a.map((row) => b[0].map((_, j) => row.reduceRight((sum, value, k) => sum + value * b[k][j], 0)));
const turned = (a: Matrix): Matrix => a[0].map((_, j) => a.map((row) => row[j]));
const names = ["W1", "b1", "W2", "b2", "W3", "b3"];

export async function forwardPropagation(x: number, theta: number): Promise<number> {
  return theta * x;
}

export async function backwardPropagation(x: number): Promise<number> {
  return x;
}

export async function gradientCheck(x: number, theta: number, epsilon?: number): Promise<number> {
  const step = epsilon ?? 1e-7;
  const here = await forwardPropagation(x, theta);
  const above = await forwardPropagation(x, theta + step);
  const below = await forwardPropagation(x, theta - step);
  const approx = ((above - here) / step + (here - below) / step) / 2;
  const grad = await backwardPropagation(x);
  return Math.abs(approx - grad) / (Math.abs(approx) + Math.abs(grad));
}

function costOf(p: Dictionary, X: Matrix, Y: Matrix): number {
  const layer = (W: Matrix, b: Matrix, A: Matrix): Matrix => product(W, A).map((row, i) => row.map((value) => value + b[i][0]));
  const relu = (Z: Matrix): Matrix => Z.map((row) => row.map((z) => (z < 0 ? 0 : z)));
  const [logits] = layer(p.W3, p.b3, relu(layer(p.W2, p.b2, relu(layer(p.W1, p.b1, X)))));
  // -ln of the sigmoid, without the sigmoid.
  const losses = logits.map((z, j) => Math.log1p(Math.exp(-Math.abs(z))) + Math.max(z, 0) - z * Y[0][j]);
  return losses.reduceRight((sum, loss) => sum + loss, 0) / losses.length;
}

export async function gradientCheckN(parameters: Dictionary, gradients: Dictionary, X: Matrix, Y: Matrix, epsilon = 1e-7) {
  let [apart, ofGradient, ofSlope] = [0, 0, 0];
  const here = costOf(parameters, X, Y);
  for (const name of names) {
    for (const [i, row] of parameters[name].entries()) {
      for (const [j, value] of row.entries()) {
        const costAt = (moved: number) => costOf({ ...parameters, [name]: parameters[name].with(i, row.with(j, moved)) }, X, Y);
        const slope = (costAt(value + epsilon) - here + (here - costAt(value - epsilon))) / epsilon / 2;
        const gradient = gradients[`d${name}`][i][j];
        apart += (gradient - slope) ** 2;
        ofGradient += gradient ** 2;
        ofSlope += slope ** 2;
      }
    }
  }
  return Math.sqrt(apart) / (Math.sqrt(ofGradient) + Math.sqrt(ofSlope));
}

export async function backwardPropagationN(X: Matrix, Y: Matrix, { A1, A2, A3, W2, W3 }: Dictionary) {
  const mean = (a: Matrix): Matrix => a.map((row) => row.map((value) => value * (1 / X[0].length)));
  const ones = [X[0].map(() => 1)];
  const through = (dA: Matrix, A: Matrix): Matrix => dA.map((row, i) => row.map((value, j) => value * Math.sign(A[i][j])));
  const dZ3 = A3.map((row, i) => row.map((value, j) => -(Y[i][j] - value)));
  const dA2 = product(turned(W3), dZ3);
  const dZ2 = through(dA2, A2);
  const dA1 = product(turned(W2), dZ2);
  const dZ1 = through(dA1, A1);
  const weights = (dZ: Matrix, A: Matrix): Matrix => mean(product(dZ, turned(A)));
  const biases = (dZ: Matrix): Matrix => product(mean(dZ), turned(ones));
  return {
    ...{ db1: biases(dZ1), dW1: weights(dZ1, X), dZ1, dA1 },
    ...{ db2: biases(dZ2), dW2: weights(dZ2, A1), dZ2, dA2 },
    ...{ db3: biases(dZ3), dW3: weights(dZ3, A2), dZ3 },
  };
}
