import { styleText } from "node:util";

/** Colours our own text; returns it unchanged where colour is off. */
export type Paint = (
  format: "bold" | "dim" | "red" | "green" | "yellow" | "cyan" | "underline",
  text: string,
) => string;

/** @param color The caller decides, who knows the stream and `NO_COLOR`. */
export function createPaint(color: boolean): Paint {
  return (format, text) => (color ? styleText(format, text, { validateStream: false }) : text);
}
