import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { openCache } from "../../../assignments/storage/cache.ts";
import { gradingSources } from "../../session/grading-sources.ts";
import type { Subject } from "../subject/subject.ts";
import type { Mistake } from "./mistake.ts";

/** Cached verdicts on mistakes, valid until something changes that they depend on. */
export type MistakeVerdicts = {
  /** The id of the case that killed it, `null` for a survivor; undefined where it is unknown. */
  readonly get: (mistake: Mistake) => string | null | undefined;
  readonly set: (mistake: Mistake, killedBy: string | null) => void;
  /** Saves the verdicts for the next run. */
  readonly save: () => Promise<void>;
};

/** Opens the verdicts of earlier runs on an assignment. @param name Of the folder: what made the mistakes. */
export async function openMistakeVerdicts(subject: Subject, name: "mutants" | "variants"): Promise<MistakeVerdicts> {
  const cache = openCache(name, subject.cacheDirectory);
  const key = await basisKey(subject);
  const kept = await cache.read(key);
  const verdicts = new Map<string, string | null>(kept ? JSON.parse(new TextDecoder().decode(kept)) : []);
  const nameOf = ({ text }: Mistake): string => createHash("sha256").update(text).digest("hex");
  return {
    get: (mistake) => verdicts.get(nameOf(mistake)),
    set: (mistake, killedBy) => verdicts.set(nameOf(mistake), killedBy),
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
