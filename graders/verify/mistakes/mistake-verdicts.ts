import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { openCache } from "../../../assignments/storage/cache.ts";
import { alternativesFileOf } from "../../../reference/oracle/alternatives.ts";
import { gradingSources } from "../../session/grading-sources.ts";
import { bundleSolution, type Subject } from "../subject/subject.ts";
import type { Mistake } from "./mistake.ts";

/** The verdict of an exercise's cases on a mistake. */
export type Verdict = {
  /** The id of the case that killed it, `null` for a survivor. */
  readonly killedBy: string | null;
  /** Whether it is the same on any machine, however busy. */
  readonly isLasting: boolean;
};

/** Cached verdicts on mistakes, valid until something changes that they depend on. */
export type MistakeVerdicts = {
  /** The id of the case that killed it, `null` for a survivor; undefined where it is unknown. */
  readonly get: (mistake: Mistake) => string | null | undefined;
  /** Adds one, unless it is a kill by a limit: that counts only in this run. */
  readonly note: (mistake: Mistake, verdict: Verdict) => void;
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
    note: (mistake, { killedBy, isLasting }) => {
      if (isLasting) verdicts.set(nameOf(mistake), killedBy);
    },
    save: async () => {
      await cache.write(key, Buffer.from(JSON.stringify([...verdicts]), "utf8"));
    },
  };
}

/** Hash of every source of the grader, the assignment, all that is right with what it imports, the installed packages and the runtime. */
async function basisKey({ assignment, seed, secret, referenceFile }: Subject): Promise<string> {
  const hash = createHash("sha256");
  for (const part of [await gradingSources(), `${seed}`, secret, assignment.contentHash]) hash.update(`${part}\0`);
  for (const file of [referenceFile, alternativesFileOf(referenceFile)]) {
    if (file === undefined) continue;
    const { bytes } = await bundleSolution({ text: await readFile(file, "utf8"), beside: file }, "right");
    hash.update(`${bytes.length}\0`).update(bytes);
  }
  return hash.digest("hex");
}
