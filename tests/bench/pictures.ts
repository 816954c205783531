// The pictures of the README, made from the bundled examples: `node graders/with-pinned-node.js node tests/bench/pictures.ts`.
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { exitOnSignals, openTemporaryFolder } from "../../assignments/storage/temporary-folder.ts";
import { runCommandLine } from "../../graders/command-line.ts";
import { noBrowser, openBrowser } from "../browser/open-browser.ts";
import { useOwnFolders } from "../fixtures/own-folders.ts";

type Picture = {
  /** File in `docs/`. */
  readonly name: string;
  /** Path of the page in a graded class. */
  readonly page: string;
  /** Width of the window in CSS pixels. Pictures are 1200 pixels wide. */
  readonly width: number;
  /** Expression for the parts of the page that are left out. */
  readonly without: string;
  /** Expressions for the first and the last element in the picture. */
  readonly from: string;
  readonly to: string;
};

const pictures: readonly Picture[] = [
  {
    name: "feedback-page.png",
    page: "feedback/s08-gradient-ascent.html",
    width: 1000,
    // A picture of everything would be higher than a screen.
    without: `document.querySelectorAll(".overview")`,
    from: `document.querySelector("h1")`,
    to: `document.querySelector("#exercise-1 .hint")`,
  },
  {
    name: "class-page.png",
    page: "index.html",
    width: 1200,
    without: `["mistakes", "attention"].map((id) => document.getElementById(id).closest("section"))`,
    from: `document.querySelector("h1")`,
    to: `document.querySelectorAll("#students-table tbody tr")[11]`,
  },
];
const widthOfPicture = 1200;
const margin = 24;
const largestBytes = 200_000;
const docs = fileURLToPath(new URL("../../docs/", import.meta.url));
const examples = fileURLToPath(new URL("../../assignments/w2-optimization/examples", import.meta.url));

async function take(browser: Browser, graded: string, picture: Picture): Promise<void> {
  const { name, width } = picture;
  const deviceScaleFactor = widthOfPicture / width;
  // High enough for the whole page: rows outside of the window are not drawn.
  const viewport = { width, height: 4000 };
  const page = await browser.newPage({ viewport, deviceScaleFactor, colorScheme: "light" });
  await page.goto(pathToFileURL(join(graded, picture.page)).href);
  await page.evaluate(`for (const one of ${picture.without}) one.hidden = true;`);
  const top = Number(await page.evaluate(`${picture.from}.getBoundingClientRect().top`));
  const bottom = Number(await page.evaluate(`${picture.to}.getBoundingClientRect().bottom`));
  const clip = { x: 0, y: top - 2 * margin, width, height: bottom - top + 3 * margin };
  const path = join(docs, name);
  await page.screenshot({ path, clip });
  await page.close();
  const { size } = await stat(path);
  process.stdout.write(`docs/${name}: ${size} bytes\n`);
  if (size > largestBytes) throw new RangeError(`Cannot use ${name}: it has ${size} bytes, more than ${largestBytes}`);
}

useOwnFolders();
using _ = exitOnSignals();
await using temporary = openTemporaryFolder("pictures");
process.env["GRADECHECK_SECRET"] = "the pictures show no secret hidden cases";
const graded = join(temporary.path, "graded");
const code = await runCommandLine(["batch", "w2-optimization", examples, "--out", graded, "--progress", "none"]);
if (code !== 0) throw new Error(`Cannot grade the examples: gradecheck batch ended with ${code}`);
const browser = await openBrowser();
if (browser === undefined) throw new Error(`Cannot take pictures: ${noBrowser}`);
try {
  for (const picture of pictures) await take(browser, graded, picture);
} finally {
  await browser.close();
}
