const option = "--isolated-vm=";

/** The argument that tells a worker where isolated-vm is. @param file Real path of its module. */
export function isolatedVmArgument(file: string): string {
  return `${option}${file}`;
}

/** What {@link isolatedVmArgument} has told; undefined outside of a worker. */
export function readIsolatedVmArgument(words: readonly string[]): string | undefined {
  return words.find((word) => word.startsWith(option))?.slice(option.length);
}
