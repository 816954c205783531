/** Controls, invisible and bidirectional format characters, line separators: as in `printable`, for JSON. */
const unprintable = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]--[\n\u200c\u200d]]/gv;

/**
 * JSON that is safe to print: characters that could move a terminal's cursor, hide or reorder text, or start a command
 * of a CI runner are written as `\u` escapes. Parsers read the same data.
 * @param space Indentation, as for JSON.stringify.
 */
export function jsonText(value: unknown, space?: number): string {
  return safeJson(JSON.stringify(value, undefined, space));
}

/** {@link jsonText} of what is JSON already. @param text As JSON.stringify writes it. */
export function safeJson(text: string): string {
  // JSON escapes the controls of ASCII but for the last one.
  const isPrintable = Buffer.byteLength(text) === text.length && !text.includes("\x7f");
  return disarmCommands(isPrintable ? text : text.replaceAll(unprintable, escapeUnits));
}

function escapeUnits(character: string): string {
  return character
    .split("")
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .join("");
}

/**
 * Text that holds no command for the CI runner in whose log it may appear: `::name::` at the start of a line (GitHub),
 * `##vso[`, `##[`, `##teamcity[` anywhere (Azure, GitHub, TeamCity). One character of each becomes its escape, which in
 * JSON is the same data. Applying it twice changes nothing more.
 */
export function disarmCommands(text: string): string {
  // To look for what a command needs takes less than to try it on every line.
  const ofGitHub = text.includes("::") ? text.replaceAll(/^(\s*):(?=:)/gm, "$1\\u003a") : text;
  return ofGitHub.includes("##") ? ofGitHub.replaceAll(/#(?=#\w*\[)/g, "\\u0023") : ofGitHub;
}
