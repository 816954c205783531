import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const names = ["chromium", "chromium-browser", "google-chrome"];

/** Nothing of it speaks to anybody. */
const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/**
 * Starts the browser of this machine, with nothing of the person's in it.
 * @returns Undefined where there is none.
 * @throws {Error} on a CI machine where there is none: nobody would notice that pages go untested.
 */
export async function openBrowser(env: NodeJS.ProcessEnv = process.env): Promise<Browser | undefined> {
  const executablePath = findBrowser(env["PATH"] ?? "");
  if (executablePath !== undefined) return chromium.launch({ executablePath, args: flags });
  if (env["CI"] === undefined || env["CI"] === "" || env["CI"] === "false") return undefined;
  throw new Error(`Cannot test pages: none of ${names.join(", ")} is installed`);
}

/** Why a test of a page was not run. */
export const noBrowser = "no Chromium is installed (on Debian: apt-get install chromium)";

function findBrowser(path: string): string | undefined {
  const files = names.flatMap((name) => path.split(delimiter).map((folder) => join(folder, name)));
  return files.find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
