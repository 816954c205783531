import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openCache } from "../../../assignments/cache.ts";
import type { Subject } from "../subject.ts";
import type { Mutant } from "./mutation.ts";

/** Whether a mutant is killed, remembered as long as nothing changes that its verdict follows from. */
export type MutantVerdicts = {
  /** The id of the case that killed it, `null` for a survivor; undefined where it is not known yet. */
  readonly get: (mutant: Mutant) => string | null | undefined;
  readonly set: (mutant: Mutant, killedBy: string | null) => void;
  /** Keeps what is known for the next run. */
  readonly save: () => Promise<void>;
};

const project = fileURLToPath(new URL("../../../", import.meta.url));
const rooms: readonly string[] = ["assignments", "reference", "sandbox", "graders"];

/** Opens what earlier runs found out about the mutants of an assignment. */
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

/** Over every source that grades, the assignment, its reference, the installed packages and the runtime. */
async function basisKey({ assignment, seed, secret, referenceFile }: Subject): Promise<string> {
  const hash = createHash("sha256");
  const shared = await Promise.all(rooms.map(sourcesIn));
  const own = [referenceFile, join(project, "package.json")];
  for (const part of [process.versions.v8, `${seed}`, secret, assignment.contentHash]) hash.update(`${part}\0`);
  for (const file of [...shared.flat(), ...own]) hash.update(`${file}\0`).update(await readFile(file));
  return hash.digest("hex");
}

/** Sources of a room; of other assignments and of proofs nothing follows. */
async function sourcesIn(room: string): Promise<string[]> {
  const names = await readdir(join(project, room), { recursive: true });
  const foreign = /^(w\d-|verify|quiz|conformance|commands)/;
  return names
    .map((name) => name.replaceAll("\\", "/"))
    .filter((name) => /\.(ts|js)$/.test(name) && !foreign.test(name))
    .sort()
    .map((name) => join(project, room, name));
}
