import { mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { writeWhole } from "../../../../assignments/storage/write-whole.ts";
import { message } from "../../../../reports/messages/message.ts";
import { removeOthers } from "../../../class/run/batch-folder.ts";
import { type CourseSite, calendarFile, courseSite, siteFolders } from "../../../course/course-site.ts";
import { requireCoursePlan } from "../../../course/open-course-overview.ts";
import { kitMaker } from "../../../release/kit-maker.ts";
import { type DefineCommand, languageOption } from "../../command-options.ts";
import { type ExitCode, exitCode, tell, UsageError } from "../../output.ts";

/** `gradecheck course page` */
export const definePage: DefineCommand = (command, { finish }) =>
  command
    .description("write the course as a site: weeks, handouts, quizzes, deadlines with a calendar, kits")
    .requiredOption("--out <folder>", "folder of the site; a site of an earlier run is replaced")
    .option("--kits", "also the kits that students are given; takes a while, and needs npm's registry")
    .addOption(languageOption())
    .action(async (options) => finish(await writePage(options)));

/** Options of `gradecheck course page`. */
type PageOptions = { readonly out: string; readonly kits?: boolean };

/**
 * `gradecheck course page --out <folder>`: what students see of the course, in files that any web server can show.
 * @throws {UsageError} where the folder holds something else.
 */
async function writePage({ out, kits }: PageOptions): Promise<ExitCode> {
  const plan = await requireCoursePlan();
  await requireSiteFolder(out);
  const site = await courseSite(plan, kits ? await kitMaker(tell) : undefined);
  await writeSite(out, site);
  tell(message("run.open", { path: join(out, "index.html") }));
  return exitCode.done;
}

/** Nothing of somebody else's is overwritten. */
async function requireSiteFolder(out: string): Promise<void> {
  const found = await readdir(out).catch((error: NodeJS.ErrnoException): string[] => {
    if (error.code === "ENOENT") return [];
    throw new UsageError(
      `Cannot write to "${out}": ${error.code === "ENOTDIR" ? "it is a file" : error.code}; give a folder`,
    );
  });
  if (found.length === 0 || found.includes(calendarFile)) return;
  const whose = `it holds "${found[0]}" and no ${calendarFile}, so no course page was written there`;
  throw new UsageError(`Cannot write to "${out}": ${whose}; give a new or empty folder`);
}

/** The calendar comes first: by it, the folder of a run that was interrupted is known again. What is not of the course any more goes. */
async function writeSite(out: string, site: CourseSite): Promise<void> {
  const paths = Object.keys(site).sort((one, other) => Number(other === calendarFile) - Number(one === calendarFile));
  for (const path of paths) {
    const file = join(out, path);
    await mkdir(dirname(file), { recursive: true });
    const content = site[path] ?? "";
    await writeWhole(file, typeof content === "string" ? content : [content]);
  }
  for (const [folder, extension] of Object.entries(siteFolders)) {
    const own = paths.filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1));
    await removeOthers(join(out, folder), new Set(own), [extension]);
  }
}
