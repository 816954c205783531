import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { openCache } from "../../../assignments/storage/cache.ts";
import { gradingSources } from "../../session/grading-sources.ts";
import type { Subject } from "../subject/subject.ts";
import type { Mutant } from "./mutation.ts";

/** Cached verdicts on mutants, valid until something changes that they depend on. */
export type MutantVerdicts = {
  /** The id of the case that killed it, `null` for a survivor; undefined where it is unknown. */
  readonly get: (mutant: Mutant) => string | null | undefined;
  readonly set: (mutant: Mutant, killedBy: string | null) => void;
  /** Saves the verdicts for the next run. */
  readonly save: () => Promise<void>;
};

/** Opens the verdicts of earlier runs on the mutants of an assignment. */
export async function openMutantVerdicts(subject: Subject): Promise<MutantVerdicts> {
  const cache = openCache("mutants", subject.cacheDirectory);
  const key = await basisKey(subject);
  const kept = await cache.read(key);
  const verdicts = new Map<string, string | null>(kept ? JSON.parse(new TextDecoder().decode(kept)) : []);
  const nameOf = ({ text }: Mutant): string => createHash("sha256").update(text).digest("hex");
  return {
    get: (mutant) => verdicts.get(nameOf(mutant)),
    set: (mutant, killedBy) => verdicts.set(nameOf(mutant), killedBy),
    save: async () => {
      await cache.write(key, Buffer.from(JSON.stringify([...verdicts]), "utf8"));
    },
  };
}

/** Hash of every source of the grader, the assignment, its reference, the installed packages and the runtime. */
async function basisKey({ assignment, seed, secret, referenceFile }: Subject): Promise<string> {
  const hash = createHash("sha256");
  for (const part of [await gradingSources(), `${seed}`, secret, assignment.contentHash]) hash.update(`${part}\0`);
  hash.update(await readFile(referenceFile));
  return hash.digest("hex");
}
