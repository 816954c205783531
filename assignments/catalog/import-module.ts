import { registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { assignmentsFolder, bundledCourse, courseModule } from "./course.ts";

/** What a course may import by name, wherever it lies: what comes with gradecheck. */
const provided = /^(@tensorflow\/tfjs(-\w+)*|gradecheck(\/.+)?)$/;
const own = `${pathToFileURL(bundledCourse).href}/`;
let isHooked = false;

/** Imports a module of the course. A course that lies elsewhere needs no packages of its own. @param file Absolute path. */
export async function importModule<Exports>(file: string): Promise<Exports> {
  const url = pathToFileURL(file).href;
  if (!isHooked && !url.startsWith(own)) {
    registerHooks({ resolve: resolveProvided });
    isHooked = true;
  }
  return (await import(url)) as Exports;
}

const resolveProvided: Parameters<typeof registerHooks>[0]["resolve"] = (specifier, context, nextResolve) => {
  if (!provided.test(specifier) || context.parentURL?.startsWith(own)) return nextResolve(specifier, context);
  const contract = /^gradecheck\/(.+)$/.exec(specifier)?.[1];
  if (contract === undefined) return nextResolve(specifier, { ...context, parentURL: import.meta.url });
  return nextResolve(pathToFileURL(courseModule(join(assignmentsFolder(), contract, "contract"))).href, context);
};
