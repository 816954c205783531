import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import type { Assignment } from "../../assignments/catalog/catalog.ts";
import { CourseError } from "../../assignments/catalog/course.ts";
import type { CourseTexts } from "../../assignments/catalog/course-texts.ts";
import type { HandoutFile } from "../../assignments/catalog/handout.ts";
import type { CourseLine } from "../../reports/course/course-line.ts";
import { renderHandout } from "../../reports/handout/render-handout.ts";
import { currentLanguage, inLanguage, languages } from "../../reports/messages/language.ts";
import { message } from "../../reports/messages/message.ts";

/** What a page of a handout is made of. */
export type HandoutSource = {
  readonly handout: HandoutFile;
  /** Of the assignment, in the language that is being written. */
  readonly texts: CourseTexts | undefined;
  /** Of which course it is the page, and when it is due; called in the handout's language. Default: it stands alone. */
  readonly courseLine?: () => CourseLine;
};

/**
 * The handout of an assignment as a page, with its pictures in it. A page is in one language: the handout's own.
 * @throws {CourseError} where a picture is missing; {Error} where a formula is none.
 */
export async function handoutPage(
  { manifest, directory }: Pick<Assignment, "manifest" | "directory">,
  { handout, texts, courseLine }: HandoutSource,
): Promise<string> {
  const { isTranslated } = handout;
  const markdown = await withPictures(handout.markdown, directory);
  return inLanguage(isTranslated ? currentLanguage() : languages[0], () =>
    renderHandout({
      title: (isTranslated ? texts : undefined)?.title ?? manifest.title,
      eyebrow: message("handout.eyebrow", { week: manifest.week, version: manifest.version }),
      markdown,
      courseLine: courseLine?.(),
    }),
  );
}

const pictureTypes: Readonly<Record<string, string>> = {
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".svg": "image/svg+xml",
};

/** The handout with its pictures in it, so that it is one file. */
async function withPictures(markdown: string, directory: string): Promise<string> {
  const pictures = [...markdown.matchAll(/!\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, path = ""]) => path);
  let whole = markdown;
  for (const path of new Set(pictures)) {
    const type = pictureTypes[extname(path)];
    if (type === undefined || /^\w+:/.test(path)) continue;
    const bytes = await readFile(join(directory, path)).catch((cause: NodeJS.ErrnoException) => {
      const why = cause.code === "ENOENT" ? "there is no such file" : cause.message;
      throw new CourseError(`Cannot show the picture "${path}" of a handout in "${directory}": ${why}`, { cause });
    });
    whole = whole.replaceAll(`](${path})`, `](data:${type};base64,${bytes.toString("base64")})`);
  }
  return whole;
}
