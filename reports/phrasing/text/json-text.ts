/** Controls, invisible and bidirectional format characters, line separators: as in `printable`, for JSON. */
const unprintable = /(?![\n\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * JSON in which whatever could move a terminal's cursor, hide or reorder text, or command the runner of a workflow stands as its `\u` escape: the same data for
 * every parser, harmless for every reader.
 * @param space Indentation, as of JSON.stringify.
 */
export function jsonText(value: unknown, space?: number): string {
  return disarmCommands(JSON.stringify(value, undefined, space).replaceAll(unprintable, escapeUnits));
}

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/**
 * Text of which no line is a command to the runner of a workflow, whose log it may be: `::name::` at the start of a line
 * (GitHub), `##vso[`, `##[`, `##teamcity[` anywhere (Azure, GitHub, TeamCity). One character of each is written as its
 * escape, which in JSON is the same data. Applying it twice changes nothing more.
 */
export function disarmCommands(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, "$1\\u003a").replaceAll(/#(?=#\w*\[)/g, "\\u0023");
}
