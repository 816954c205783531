/** An archive that cannot be unpacked; the message is a clause about it: `it is damaged or incomplete`. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}
