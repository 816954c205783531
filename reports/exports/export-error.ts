/**
 * A class that an importer would refuse, or of which it would silently drop a part: one line that names what was read, why it
 * would go wrong, and what to do. Thrown before anything is written.
 */
export class ExportError extends RangeError {
  override readonly name = "ExportError";

  constructor(importer: string, reason: string) {
    super(`Cannot export to ${importer}: ${reason}`);
  }
}
