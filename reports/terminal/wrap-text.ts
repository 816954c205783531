import { displayWidth, takeWidth } from "./display-width.ts";

/**
 * Breaks a text at spaces into lines of at most `width` terminal columns. A word longer than a line is broken.
 * @param width At least 2; less counts as 2.
 */
export function wrapText(text: string, width: number): readonly string[] {
  const room = Math.max(2, width);
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ").flatMap((long) => breakWord(long, room))) {
    if (line === "") {
      line = word;
    } else if (displayWidth(line) + 1 + displayWidth(word) <= room) {
      line = `${line} ${word}`;
    } else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line];
}

function breakWord(word: string, width: number): readonly string[] {
  const pieces: string[] = [];
  let rest = word;
  while (displayWidth(rest) > width) {
    const piece = takeWidth(rest, width);
    pieces.push(piece);
    rest = rest.slice(piece.length);
  }
  return [...pieces, rest];
}
