/**
 * Text of which no line is a command to the runner of a workflow, whose log it may be: `::name::` at the start of a line
 * (GitHub), `##vso[`, `##[`, `##teamcity[` anywhere (Azure, GitHub, TeamCity). One character of each is written as its
 * escape, which in JSON is the same data. Applying it twice changes nothing more.
 */
export function disarmCommands(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, "$1\\u003a").replaceAll(/#(?=#\w*\[)/g, "\\u0023");
}
