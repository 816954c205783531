import { expect, test } from "vitest";
import { renderHtml } from "../../reports/pages/render-html.ts";
import { w2OptimizationReport } from "../fixtures/w2-optimization-report.ts";

const page = renderHtml(w2OptimizationReport());
const [css = ""] = /<style>[\s\S]*<\/style>/.exec(page) ?? [];
const themes = [...css.matchAll(/:root \{([^}]*)\}/g)].map(
  ([, block = ""]) =>
    new Map([...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6})/g)].map(([, name, color]) => [name, color])),
);

/** @see WCAG 2.2, relative luminance */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const surfaces = ["--page", "--sheet", "--tint"];
const pairs = [
  ...["--text", "--muted", "--link"].flatMap((ink) => surfaces.map((surface) => [ink, surface] as const)),
  ...["--pass", "--part", "--fail"].flatMap((ink) => [[ink, "--sheet"] as const, [ink, `${ink}-tint`] as const]),
  ["--text", "--part-tint"] as const,
  ["--text", "--hidden-tint"] as const,
  ["--hidden", "--hidden-tint"] as const,
];

test("the style sheet gives every text a contrast of 4.5 (WCAG AA), light, dark and printed", () => {
  expect(themes.length).toBe(3);
  for (const [at, theme] of themes.entries())
    for (const [ink, surface] of pairs)
      expect(
        contrast(theme.get(ink) ?? "", theme.get(surface) ?? ""),
        `theme ${at}: ${ink} on ${surface}`,
      ).toBeGreaterThan(4.5);
});

test("the line of what was found stands out from the sheet by 3 (WCAG AA), light, dark and printed", () => {
  for (const theme of themes) expect(contrast(theme.get("--d7") ?? "", theme.get("--sheet") ?? "")).toBeGreaterThan(3);
});

test("the colours of pictures tell more from less by their lightness alone, whatever colours one can see", () => {
  const steps = (theme: ReadonlyMap<string | undefined, string | undefined>, names: readonly string[]) =>
    names.map((name) => luminance(theme.get(name) ?? ""));
  const isSorted = (numbers: readonly number[]) =>
    numbers.every((number, i) => i === 0 || number > (numbers[i - 1] ?? 0)) ||
    numbers.every((number, i) => i === 0 || number < (numbers[i - 1] ?? 0));
  expect(
    isSorted(
      steps(
        themes[0] ?? new Map(),
        [0, 1, 2, 3, 4, 5, 6, 7, 8].map((i) => `--s${i}`),
      ),
    ),
  ).toBe(true);
  for (const theme of themes) {
    expect(isSorted(steps(theme, ["--d4", "--d5", "--d6", "--d7", "--d8"]))).toBe(true);
    expect(isSorted(steps(theme, ["--d4", "--d3", "--d2", "--d1", "--d0"]))).toBe(true);
  }
});
