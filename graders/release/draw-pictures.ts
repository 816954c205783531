// Draws the pictures of handouts: `npm run pictures` all of them, `npm run pictures -- <assignment>...` some.
import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Config, compile } from "vega-lite";
import { assignmentsFolder, importModule, listAssignments, referenceFolder } from "../../assignments/catalog/course.ts";
import { colours, type Picture, type Pictures } from "../../reference/pictures/picture.ts";
import { drawChart } from "../../reports/class/draw-chart.ts";

/** SVG by the path in the assignment's folder: `pictures/saddle.svg`, `pictures/saddle.de.svg`. */
export type DrawnPictures = ReadonlyMap<string, string>;

/**
 * Draws the pictures of an assignment in each language.
 * @returns Empty where it has none.
 */
export async function drawPictures(assignment: string): Promise<DrawnPictures> {
  const file = join(referenceFolder(assignment), "pictures/pictures.ts");
  if (!existsSync(file)) return new Map();
  const { pictures } = await importModule<{ readonly pictures: Pictures }>(file);
  const drawn = new Map<string, string>();
  for (const [name, picture] of Object.entries(pictures)) {
    drawn.set(`pictures/${name}.svg`, await draw(picture, "en"));
    drawn.set(`pictures/${name}.de.svg`, await draw(picture, "de"));
  }
  return drawn;
}

async function draw(picture: Picture, language: "en" | "de"): Promise<string> {
  const { spec } = compile(
    picture((english, german) => (language === "en" ? english : german)),
    { config },
  );
  const { width, height, content } = await drawChart({ ...spec, autosize: "pad", padding: 12 });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<style>${style}</style><rect width="100%" height="100%" rx="6" fill="var(--paper)"/>${content}</svg>\n`
  );
}

// A picture in a page is a document of its own: it has its own colours, and follows light and dark by itself.
const style =
  ":root{--ink:#1f2328;--muted:#57606a;--line:#d0d7de;--paper:#fff;" +
  "--series-1:#0b62b8;--series-2:#b3480b;--series-3:#1a7f5a;--series-4:#8a3fb0;--series-5:#6e6a12}" +
  "@media(prefers-color-scheme:dark){:root{--ink:#e6edf3;--muted:#9aa4ae;--line:#3d444d;--paper:#15191e;" +
  "--series-1:#6cb3ff;--series-2:#ff9e64;--series-3:#5ed3a0;--series-4:#d49cf2;--series-5:#d6cf5b}}" +
  "text{font-family:system-ui,sans-serif}";

const config: Config = {
  background: "transparent",
  font: "system-ui, sans-serif",
  aria: false,
  axis: {
    labelColor: colours.muted,
    titleColor: colours.ink,
    gridColor: colours.line,
    domainColor: colours.muted,
    tickColor: colours.muted,
    labelFontSize: 11,
    titleFontSize: 12,
    titleFontWeight: "normal",
  },
  header: { labelColor: colours.ink, titleColor: colours.ink, labelFontSize: 12 },
  legend: {
    labelColor: colours.ink,
    labelLimit: 0,
    titleColor: colours.ink,
    labelFontSize: 12,
    titleFontSize: 12,
    symbolStrokeWidth: 2,
  },
  title: { color: colours.ink, subtitleColor: colours.muted, fontSize: 13, fontWeight: "bold", anchor: "start" },
  view: { stroke: colours.line },
  mark: { color: colours.series[0] },
  text: { color: colours.ink, fontSize: 11 },
  rule: { color: colours.muted },
  range: { category: [...colours.series] },
};

/** Writes an assignment's pictures, which its handout shows. */
async function writePictures(assignment: string): Promise<void> {
  const drawn = await drawPictures(assignment);
  const folder = join(assignmentsFolder(), assignment);
  if (drawn.size > 0) await mkdir(join(folder, "pictures"), { recursive: true });
  for (const [path, svg] of drawn) await writeFile(join(folder, path), svg);
  process.stdout.write(`${assignment}: ${drawn.size} pictures\n`);
}

if (import.meta.main) {
  const named = process.argv.slice(2);
  for (const assignment of named.length > 0 ? named : await listAssignments()) await writePictures(assignment);
}
