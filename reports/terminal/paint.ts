import { styleText } from "node:util";

/** Colours a text of our own; the identity where colour is off. */
export type Paint = (
  format: "bold" | "dim" | "red" | "green" | "yellow" | "cyan" | "underline",
  text: string,
) => string;

/**
 * @param color Decided by the caller, who knows the stream and `NO_COLOR`; here only the flag counts.
 */
export function createPaint(color: boolean): Paint {
  return (format, text) => (color ? styleText(format, text, { validateStream: false }) : text);
}
