import { zipSync } from "fflate";
import { openAssignment } from "../../assignments/catalog/catalog.ts";
import type { Manifest } from "../../assignments/catalog/manifest.ts";
import { userDirectory } from "../../assignments/storage/user-directory.ts";
import { assignmentVersion } from "../session/assignment-version.ts";
import { recordRelease } from "../session/releases.ts";
import { lockOf, lockPackages } from "./lock-packages.ts";
import { packSelf } from "./own-tarball.ts";
import { type KitContent, makeKit } from "./release-kit.ts";

/** Makes the kit of an assignment. */
export type MakeKit = (id: string) => Promise<KitContent>;

/**
 * Makes ready what all kits of assignments have in common, which takes its time.
 * @param tell Takes a line about the record of what is asked, which is kept with the reference of each assignment.
 * @throws {Error} with what npm said, where it reaches no registry, for one.
 */
export async function kitMaker(tell: (line: string) => void): Promise<MakeKit> {
  const gradecheck = await packSelf();
  const lock = await lockPackages(gradecheck);
  const cacheDirectory = userDirectory("cache", process.env);
  return async (id) => {
    const { manifest, contentHash } = await openAssignment(id);
    await keepRecord(manifest, await assignmentVersion(manifest, contentHash), tell);
    const content = await makeKit(id, { cacheDirectory, gradecheck });
    return { ...content, "package-lock.json": lockOf(lock, String(content["package.json"])) };
  };
}

async function keepRecord(manifest: Manifest, version: string, tell: (line: string) => void): Promise<void> {
  const file = await recordRelease(manifest, version).catch((error: NodeJS.ErrnoException) => {
    tell(`What ${manifest.id} ${version} asks is not recorded: ${error.code ?? error.message}`);
  });
  if (file !== undefined) tell(`Recorded what is asked, to tell later what has changed since: ${file}`);
}

/** A kit as an archive. The same bytes each time: its entries carry the first time that the format knows. */
export function zipKit(id: string, content: KitContent): Uint8Array {
  const files = Object.entries(content).map(([path, file]) => [`${id}/${path}`, Buffer.from(file)] as const);
  return zipSync(Object.fromEntries(files), { mtime: new Date(1980, 0, 1) });
}
