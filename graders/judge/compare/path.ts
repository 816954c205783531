/** Path of a record's member: `parameters` and `W1` give `parameters.W1`; the root's path is empty. */
export function memberPath(path: string, key: string): string {
  return path === "" ? key : `${path}.${key}`;
}

/** Path of a list's item: `batches` and 2 give `batches[2]`. */
export function itemPath(path: string, index: number): string {
  return `${path}[${index}]`;
}

/** The last member name in a path: `W1` of `parameters.W1`, `X` of `[2].X`, empty for the root. */
export function lastKey(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1);
}
