/** A sentence made fit for the middle of another one: no capital (unless in a name), no full stop. */
export function toClause(sentence: string): string {
  return sentence.replace(/^(?:[A-Z](?=[a-z])|A(?= ))/, (letter) => letter.toLowerCase()).replace(/\.$/, "");
}
