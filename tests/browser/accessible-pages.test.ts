import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { AxeResults, RunOptions } from "axe-core";
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

/** What depends on colours: looked at once in the light and once in the dark, and once at each width. */
const ofColours = ["color-contrast", "link-in-text-block"];
const withoutColours = Object.fromEntries(ofColours.map((id) => [id, { enabled: false }]));

/** Tables that a screen reader announces without saying what they hold, for which axe has no rule. */
const namelessTables = `[...document.querySelectorAll("table")].filter((table) =>
  table.caption === null && !table.ariaLabel && table.ariaLabelledByElements?.[0] === undefined).map((table) => "table without a name: " + table.className)`;
const wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth";

/** How a page is shown. */
type View = { readonly width: number; readonly colorScheme: "light" | "dark" };

/** What axe finds wrong with a page as it is shown, one line each. */
async function violationsOf(page: Page, { width, colorScheme }: View, options: RunOptions): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme });
  const all = JSON.stringify({ ...options, resultTypes: ["violations"] });
  const { violations } = (await page.evaluate(`axe.run(document, ${all})`)) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${width} px, ${colorScheme}: ${id}: ${html}`));
}

/** Tables may scroll, the page as a whole may not. */
async function overflowOf(page: Page, { width }: View): Promise<string[]> {
  await page.setViewportSize({ width, height: 900 });
  const overflow = Number(await page.evaluate(wider));
  return overflow > 0 ? [`${width} px: ${overflow} px wider than the window`] : [];
}

/** What is wrong with a page, light and dark, narrow and wide. */
async function faultsOf(page: Page): Promise<string[]> {
  const narrow = { width: 390, colorScheme: "light" } as const;
  const wide = { width: 1280, colorScheme: "light" } as const;
  // A window of 1280 pixels at 400 %.
  const zoomed = { width: 320, colorScheme: "light" } as const;
  return [
    ...(await violationsOf(page, narrow, { runOnly: rules })),
    ...(await overflowOf(page, narrow)),
    ...(await violationsOf(page, wide, { runOnly: rules, rules: withoutColours })),
    ...(await overflowOf(page, wide)),
    ...(await overflowOf(page, zoomed)),
    ...(await violationsOf(page, { ...wide, colorScheme: "dark" }, { runOnly: ofColours })),
  ];
}

describe("axe finds nothing wrong, light and dark, narrow and wide,", () => {
  it.for([...pages.keys()])("with the page: %s", async (name, { skip }) => {
    if (page === undefined) return skip(noBrowser);
    await page.goto("about:blank"); // Another document, with nothing of the one before in it.
    await page.setContent(pages.get(name) ?? "");
    await page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true;");
    await page.addScriptTag({ content: axe });
    const nameless = (await page.evaluate(namelessTables)) as string[];
    expect([...nameless, ...(await faultsOf(page))]).toEqual([]);
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
