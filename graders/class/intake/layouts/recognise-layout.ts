import { fileKind } from "../files/file-kind.ts";
import type { FolderItem } from "../files/list-folder.ts";
import { areCanvasNames, readCanvasName } from "./canvas.ts";
import { findGradescopeMetadata } from "./gradescope.ts";
import type { GradescopeSubmission } from "./gradescope-metadata.ts";
import { readMoodleName } from "./moodle.ts";

/** How submissions are laid out. */
export type Layout =
  | { readonly name: "files" | "folders" | "canvas" | "moodle" }
  | { readonly name: "gradescope"; readonly submissions: readonly GradescopeSubmission[] };

/**
 * Recognises the layout of a folder. A learning platform's is recognised where more than half of what could be graded is named as the
 * platform names it (and, for Canvas, where these names go together), so that one name that looks like it changes nothing.
 */
export async function recogniseLayout(items: readonly FolderItem[]): Promise<Layout> {
  const submissions = await findGradescopeMetadata(items);
  if (submissions !== undefined) return { name: "gradescope", submissions };
  const gradable = items.filter(({ name, kind }) => kind === "folder" || fileKind(name) !== "other");
  if (isMost(gradable, ({ name }) => readMoodleName(name) !== undefined)) return { name: "moodle" };
  const canvas = items.flatMap(({ name }) => readCanvasName(name) ?? []);
  if (isMost(gradable, ({ name }) => readCanvasName(name) !== undefined) && areCanvasNames(canvas)) {
    return { name: "canvas" };
  }
  return { name: isMost(gradable, ({ kind }) => kind === "folder") ? "folders" : "files" };
}

function isMost(items: readonly FolderItem[], is: (item: FolderItem) => boolean): boolean {
  return items.filter(is).length * 2 > items.length;
}
