const quiet = new Set(
  [".DS_Store", "__MACOSX", "Thumbs.db", "desktop.ini", ".git", "node_modules", ".Spotlight-V100", ".Trashes"].map(
    (name) => name.toLowerCase(),
  ),
);

/** Whether a file or folder is what systems and tools leave behind: never a submission, and not worth a line. */
export function isIgnored(name: string): boolean {
  // macOS puts the attributes of a file beside it under its name with "._" before it.
  return quiet.has(name.toLowerCase()) || name.startsWith("._");
}
