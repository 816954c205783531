// Week 1, gradient checking
import {
    forwardPropagationN, dictionaryToVector, vectorToDictionary, gradientsToVector,
} from 'gradecheck/w1-gradient-checking';
import type { Params, Grads, Cache, Matrix } from 'gradecheck/w1-gradient-checking';

// EXERCISE 1
export function forwardPropagation(x: number, theta: number): number {
    const J = theta * x;
    return J;
}

// EXERCISE 2
export function backwardPropagation(x: number, theta: number): number {
    const dtheta = x;
    return dtheta;
}

// EXERCISE 3
export function gradientCheck(x: number, theta: number, epsilon = 1e-7): number {
    const thetaPlus = theta + epsilon;
    const thetaMinus = theta - epsilon;
    const JPlus = forwardPropagation(x, thetaPlus);
    const JMinus = forwardPropagation(x, thetaMinus);
    const gradApprox = (JPlus - JMinus) / (2 * epsilon);

    const grad = backwardPropagation(x, theta);

    const numerator = Math.abs(grad - gradApprox);
    const denominator = Math.abs(grad) + Math.abs(gradApprox);
    const difference = numerator / denominator;

    if (difference > 2e-7) {
        console.log(`There is a mistake in the backward propagation! difference = ${difference}`);
    } else {
        console.log(`Your backward propagation works perfectly fine! difference = ${difference}`);
    }
    return difference;
}

// EXERCISE 4
export function gradientCheckN(
    parameters: Params, gradients: Grads, X: Matrix, Y: Matrix, epsilon = 1e-7,
): number {
    const values = dictionaryToVector(parameters);
    const grad = gradientsToVector(gradients);
    const gradApprox: number[] = [];

    for (let i = 0; i < values.length; i++) {
        const plus = [...values];
        plus[i] += epsilon;
        const JPlus = forwardPropagationN(X, Y, vectorToDictionary(plus)).cost;

        const minus = [...values];
        minus[i] -= epsilon;
        const JMinus = forwardPropagationN(X, Y, vectorToDictionary(minus)).cost;

        gradApprox.push((JPlus - JMinus) / (2 * epsilon));
    }

    let apart = 0, lengthGrad = 0, lengthApprox = 0;
    for (let i = 0; i < grad.length; i++) {
        apart += (grad[i] - gradApprox[i]) ** 2;
        lengthGrad += grad[i] ** 2;
        lengthApprox += gradApprox[i] ** 2;
    }
    return Math.sqrt(apart) / (Math.sqrt(lengthGrad) + Math.sqrt(lengthApprox));
}

// EXERCISE 5
export function backwardPropagationN(X: Matrix, Y: Matrix, cache: Cache): Grads {
    const { A1, A2, W2, A3, W3 } = cache;
    const m = Y[0].length;

    const dZ3 = mapWith(A3, Y, (a, y) => a - y);
    const dW3 = scale(1 / m, multiply(dZ3, transpose(A2)));
    const db3 = scale(1 / m, sumRows(dZ3));

    const dA2 = multiply(transpose(W3), dZ3);
    const dZ2 = mapWith(dA2, A2, (d, a) => (a > 0 ? d : 0));
    const dW2 = scale(1 / m, multiply(dZ2, transpose(A1)));   // was 2 / m
    const db2 = scale(1 / m, sumRows(dZ2));

    const dA1 = multiply(transpose(W2), dZ2);
    const dZ1 = mapWith(dA1, A1, (d, a) => (a > 0 ? d : 0));
    const dW1 = scale(1 / m, multiply(dZ1, transpose(X)));
    const db1 = scale(1 / m, sumRows(dZ1));                   // was 4 / m

    return { dZ3, dW3, db3, dA2, dZ2, dW2, db2, dA1, dZ1, dW1, db1 };
}

function multiply(left: Matrix, right: Matrix): Matrix {
    const columns = transpose(right);
    return left.map((row) => columns.map((column) => row.reduce((sum, value, k) => sum + value * column[k], 0)));
}

function transpose(matrix: Matrix): Matrix {
    return matrix[0].map((_, j) => matrix.map((row) => row[j]));
}

function sumRows(matrix: Matrix): Matrix {
    return matrix.map((row) => [row.reduce((sum, value) => sum + value, 0)]);
}

function scale(factor: number, matrix: Matrix): Matrix {
    return matrix.map((row) => row.map((value) => factor * value));
}

function mapWith(left: Matrix, right: Matrix, f: (left: number, right: number) => number): Matrix {
    return left.map((row, i) => row.map((value, j) => f(value, right[i][j])));
}
