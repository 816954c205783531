import { bigintText, NativeString, sameNumber, symbolText } from "../intrinsics/intrinsics.ts";
import { quote } from "./quote.ts";

const largest = 2n ** 4096n;

/** A number as it is printed. */
export const numberText = (value: number): string => (sameNumber(value, -0) ? "-0" : NativeString(value));

/** An integer with its `n`. Digits of one of any size take their time: what has more than 1,233 of them is told, not shown. */
export const integerText = (value: bigint): string =>
  value < largest && value > -largest ? `${bigintText(value)}n` : "<more than 1233 digits>n";

/** A primitive as it is printed inside an object. */
export function primitiveText(value: unknown): string {
  switch (typeof value) {
    case "string":
      return quote(value);
    case "number":
      return numberText(value);
    case "bigint":
      return integerText(value);
    case "symbol":
      return symbolText(value);
    default:
      return NativeString(value);
  }
}
