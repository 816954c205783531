import util from "node:util";

/**
 * Gives `node:util` back the two functions that tfjs-node 4.22 calls and Node has removed, or still has and warns of
 * with each use. Call it before loading tfjs-node.
 */
export function defineLegacyUtil(): void {
  const wanted = {
    isNullOrUndefined: (value: unknown): boolean => value === null || value === undefined,
    isArray: Array.isArray,
  };
  for (const [name, value] of Object.entries(wanted)) {
    Object.defineProperty(util, name, { value, configurable: true, writable: true });
  }
}
