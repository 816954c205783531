import type { Spec } from "vega";

/** A chart for a template: the inside of an SVG and its size, in pixels of the drawing. */
export type Drawing = { readonly width: number; readonly height: number; readonly content: string };

/**
 * Draws a chart as SVG; the same specification gives the same drawing. Colours may be CSS variables, which follow the
 * page's theme. The specification must contain only our own texts.
 * @throws Error if the specification is invalid.
 */
export async function drawChart(spec: Spec): Promise<Drawing> {
  // Loading it takes most of a second, and only a class page needs it.
  const vega = await import("vega");
  const view = new vega.View(vega.parse({ autosize: "none", ...spec, background: "transparent" }), {
    renderer: "none",
  });
  const svg = await view.toSVG();
  view.finalize();
  const [, width, height, content] = /^<svg [^>]*?width="(\d+)" height="(\d+)"[^>]*>([\s\S]*)<\/svg>$/.exec(svg) ?? [];
  if (content === undefined) throw new SyntaxError(`Cannot read the drawing: it begins with ${svg.slice(0, 80)}`);
  return { width: Number(width), height: Number(height), content: withoutDefaults(content) };
}

/**
 * Leaves out what no browser needs, half of the drawing. The page describes the chart as a whole, so no part has a
 * role.
 */
function withoutDefaults(content: string): string {
  return (
    content
      // Only where things are: a number that is written stays as it is.
      .replaceAll(/="[^"]*"/g, (value) =>
        value.replaceAll(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))),
      )
      .replaceAll(/ (?:class|role|aria-[a-z]+|pointer-events)="[^"]*"/g, "")
      .replaceAll(/ (?:opacity="1"|stroke-width="1"|transform="translate\(0,0\)"|[xy][12]="0")/g, "")
      .replaceAll(/<path(?: d="(?:M0,0h0v0h0Z)?"| display="none")+\/>/g, "")
      .replaceAll(/<g(?:><\/g>|\/>)/g, "")
  );
}
