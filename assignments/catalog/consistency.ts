import type { Value } from "../values/value.ts";

/**
 * Whether the arguments of a case fit together, by exercise: that a cache is what the forward pass of its parameters
 * leaves. What `consistency.ts` of an assignment exports as `consistent`; needed for exercises that take a `cache`.
 */
export type Consistency = Readonly<Record<string, (args: readonly Value[]) => boolean>>;
