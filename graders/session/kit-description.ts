// Generated from the JSON Schema of the same name by `npm run generate`; do not edit.

/**
 * kit.json, in the folder of a kit's assignment: what the kit was made from, and what its files were when it was released.
 */
export interface KitDescription {
  /**
   * Version of this format.
   */
  schemaVersion: 1;
  /**
   * Id of the assignment; kits of version 0.2.0 do not say.
   */
  assignment?: string;
  /**
   * Of the assignment, as reports have it.
   */
  version: string;
  /**
   * What the visible cases were drawn with.
   */
  seed: number;
  /**
   * What computed the expected values.
   */
  backend: string;
  /**
   * SHA-256, hexadecimal, of each other file in the folder that belongs to the kit, by its name.
   */
  files: {
    [k: string]: string;
  };
  [k: string]: unknown;
}
