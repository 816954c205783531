/** What the package `gradecheck` gives to students: the generator to construct at the desk, and types. */

export type { Cache, Grads, Params } from "./values/params.ts";
// biome-ignore lint/performance/noBarrelFile: this is the entry point of the package, not a shortcut between our own files
export { Rng } from "./values/rng.ts";
