/** The mean; NaN for no numbers. */
export function meanOf(numbers: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < numbers.length; i++) sum += numbers[i] ?? 0;
  return sum / numbers.length;
}

/** The standard deviation, with the number of numbers as the divisor; NaN for no numbers. */
export function deviationOf(numbers: ArrayLike<number>): number {
  const mean = meanOf(numbers);
  let squares = 0;
  for (let i = 0; i < numbers.length; i++) squares += ((numbers[i] ?? 0) - mean) ** 2;
  return Math.sqrt(squares / numbers.length);
}
