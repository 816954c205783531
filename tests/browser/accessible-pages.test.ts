import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { noBrowser, openBrowser } from "./open-browser.ts";
import { samplePages } from "./sample-pages.ts";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const pages = await samplePages();

let browser: Browser | undefined;
/** Shows one page after the other: to open another takes longer than to look at what it shows. */
let page: Page | undefined;
let axe = "";
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser?.newPage({ bypassCSP: true });
  axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
});
afterAll(() => browser?.close());

/** What depends on colours, and is looked at again in the dark. */
const ofColours = ["color-contrast", "link-in-text-block"];

/** Tables that a screen reader announces without saying what they hold, for which axe has no rule. */
const namelessTables = `[...document.querySelectorAll("table")].filter((table) =>
  table.caption === null && !table.ariaLabel && table.ariaLabelledByElements?.[0] === undefined).map((table) => "table without a name: " + table.className)`;
const wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** What axe finds wrong with a page as it is shown, one line each. */
async function violationsOf(page: Page, runOnly: readonly string[]): Promise<string[]> {
  const options = JSON.stringify({ runOnly, resultTypes: ["violations"] });
  const { violations } = (await page.evaluate(`axe.run(document, ${options})`)) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

/** What is wrong with a page at one width. */
async function faultsOf(page: Page, width: number): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme: "light" });
  const light = await violationsOf(page, rules);
  // Tables may scroll, the page as a whole may not.
  const overflow = Number(await page.evaluate(wider));
  await page.emulateMedia({ colorScheme: "dark" });
  const dark = await violationsOf(page, ofColours);
  return [...light, ...dark, ...(overflow > 0 ? [`${overflow} px wider than the window`] : [])].map(
    (fault) => `${width} px: ${fault}`,
  );
}

describe("axe finds nothing wrong, light and dark, narrow and wide,", () => {
  it.for([...pages.keys()])("with the page: %s", async (name, { skip }) => {
    if (page === undefined) return skip(noBrowser);
    await page.goto("about:blank"); // Another document, with nothing of the one before in it.
    await page.setContent(pages.get(name) ?? "");
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true;");
    await page.addScriptTag({ content: axe });
    const nameless = (await page.evaluate(namelessTables)) as string[];
    const faults = [...nameless, ...(await faultsOf(page, 390)), ...(await faultsOf(page, 1280))];
    expect(faults).toEqual([]);
  });
});

it("the page of a quiz shows nothing as chosen before it is", async ({ skip }) => {
  if (browser === undefined) return skip(noBrowser);
  const page = await browser.newPage();
  await page.setContent(pages.get("quiz") ?? "");
  const borders = `new Set([...document.querySelectorAll(".choice")].map((one) => getComputedStyle(one).borderColor)).size`;
  expect(await page.evaluate(borders)).toBe(1);
  await page.close();
});

it("openBrowser() fails on a CI machine without a browser, and says so elsewhere", async () => {
  await expect(openBrowser({ CI: "true", PATH: "" })).rejects.toThrow("none of chromium");
  expect(await openBrowser({ PATH: "" })).toBeUndefined();
});
