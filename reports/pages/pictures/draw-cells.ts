/** What a cell shows: a colour, a sign for what is not finite, or nothing. */
export type Cell = { readonly colour: string } | { readonly sign: "nan" | "up" | "down" } | null;

/** A part of a drawing: all that has the same look. */
export type Shape = { readonly look: string; readonly path: string };

/**
 * Cells of a grid as paths, one for each look, in units of a cell: the middle of row 0 is at y = 0. A run of cells of one colour is a
 * line as wide as a cell.
 * @param cells Row by row.
 */
export function drawCells(cells: readonly Cell[], columns: number): readonly Shape[] {
  const paths = new Map<string, string>();
  const add = (look: string, path: string) => paths.set(look, (paths.get(look) ?? "") + path);
  for (let at = 0; at < cells.length; ) {
    const cell = cells[at] ?? null;
    const [x, y] = [at % columns, Math.floor(at / columns)];
    let length = 1;
    if (cell !== null && "sign" in cell) add(cell.sign, signs[cell.sign](x, y));
    else if (cell !== null) {
      while (x + length < columns && isColoured(cells[at + length], cell.colour)) length += 1;
      add(cell.colour, `M${x} ${y}h${length}`);
    }
    at += length;
  }
  return [...paths].sort(([a], [b]) => (a < b ? -1 : 1)).map(([look, path]) => ({ look, path }));
}

/** The box around a cell. */
export function boxAround(at: number, columns: number): string {
  return `M${at % columns} ${tenths(Math.floor(at / columns) - 0.5)}h1v1h-1z`;
}

/** Lines between the cells. */
export function gridLines(columns: number, rows: number): string {
  const across = Array.from({ length: rows - 1 }, (_, row) => `M0 ${row + 0.5}h${columns}`);
  const down = Array.from({ length: columns - 1 }, (_, column) => `M${column + 1} -.5v${rows}`);
  return [...across, ...down].join("");
}

const tenths = (value: number): number => Math.round(10 * value) / 10;

const isColoured = (cell: Cell | undefined, colour: string): boolean =>
  cell !== null && cell !== undefined && "colour" in cell && cell.colour === colour;

const signs = {
  nan: (x: number, y: number) => `M${x}.3 ${tenths(y - 0.2)}l.4 .4m0-.4l-.4 .4`,
  up: (x: number, y: number) => `M${x}.2 ${tenths(y + 0.2)}h.6l-.3-.5z`,
  down: (x: number, y: number) => `M${x}.2 ${tenths(y - 0.2)}h.6l-.3 .5z`,
} as const;
