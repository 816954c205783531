import {
  define,
  getOwnPropertyDescriptor,
  isArray,
  kindOf,
  mapSteps,
  NativeString,
  nextOfMap,
  nextOfSet,
  objectKeys,
  ownsProperty,
  ownValue,
  setSteps,
  stringRepeat,
  typedArrayLength,
  typedArrayName,
} from "../intrinsics/intrinsics.ts";
import { inspect } from "./inspect.ts";
import { textWidth } from "./lay-out.ts";
import { holds } from "./own-facts.ts";
import { replaceAll, roomLeft } from "./printed.ts";
import { bare } from "./proxy-targets.ts";
import { tensorText } from "./tensor-text.ts";

/** A column of a table: its head, and its cells by row; a row without one has an empty cell. */
type Column = { readonly head: string; readonly cells: string[] };

/** Rows beyond what is kept of the output are not put into words: the narrowest row takes ten characters. */
const rowsThatFit = (): number => roomLeft() / 10 + 1;
const mostColumns = 50;
const infinity = Number.POSITIVE_INFINITY;

/**
 * What `console.table` prints: a box with a row for each entry.
 * @param printed Rows, or something else.
 * @param columns Names of the columns to be shown, a list; undefined for all.
 * @returns undefined for what is no table: a primitive, a tensor, something without rows.
 */
export function tableText(printed: unknown, columns: unknown): string | undefined {
  const data = bare(printed);
  if (typeof data !== "object" || data === null || tensorText(data) !== undefined) return undefined;
  if (holds(kindOf.mapSize, data)) return draw(mapColumns(data));
  if (holds(kindOf.setSize, data)) return draw(setColumns(data));
  return draw(rowColumns(data, bare(columns)));
}

function mapColumns(map: object): Column[] {
  const index = column("(iteration index)");
  const keys = column("Key");
  const values = column("Values");
  const steps = mapSteps(map);
  for (let i = 0; i < kindOf.mapSize(map) && i < rowsThatFit(); i++) {
    const pair = nextOfMap(steps).value as readonly [unknown, unknown];
    define(index.cells, i, NativeString(i));
    define(keys.cells, i, cellText(pair[0]));
    define(values.cells, i, cellText(pair[1]));
  }
  return [index, keys, values];
}

function setColumns(set: object): Column[] {
  const index = column("(iteration index)");
  const values = column("Values");
  const steps = setSteps(set);
  for (let i = 0; i < kindOf.setSize(set) && i < rowsThatFit(); i++) {
    define(index.cells, i, NativeString(i));
    define(values.cells, i, cellText(nextOfSet(steps).value));
  }
  return [index, values];
}

function rowColumns(data: object, wanted: unknown): Column[] {
  const columns = [column("(index)")];
  const values = column("Values");
  const isChosen = isArray(wanted);
  for (let i = 0; isChosen && i < wanted.length && i < mostColumns; i++)
    columnOf(columns, NativeString(ownValue(wanted, i)));
  const names = rowNames(data);
  let hasPrimitives = false;
  for (let row = 0; row < names.length && row < rowsThatFit(); row++) {
    const name = names[row] as string;
    define((columns[0] as Column).cells, row, name);
    const item = bare(shownValue(data, name));
    if (isObject(item)) addRow(columns, item, row, isChosen);
    else if (!isChosen) {
      hasPrimitives = true;
      define(values.cells, row, cellText(item));
    }
  }
  if (hasPrimitives) define(columns, columns.length, values);
  return columns;
}

function addRow(columns: Column[], item: object, row: number, isChosen: boolean): void {
  const keys = isChosen ? headsOf(columns) : rowNames(item);
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    if (isChosen && getOwnPropertyDescriptor(item, key) === undefined) continue;
    const found = columnOf(columns, key);
    if (found !== undefined) define(found.cells, row, cellText(shownValue(item, key)));
  }
}

const column = (head: string): Column => ({ head, cells: [] });

/** The column of that name, made where there is none; undefined where there are too many. The first is that of the rows' names. */
function columnOf(columns: Column[], head: string): Column | undefined {
  for (let i = 1; i < columns.length; i++) if (columns[i]?.head === head) return columns[i];
  if (columns.length > mostColumns) return undefined;
  const made = column(head);
  define(columns, columns.length, made);
  return made;
}

function headsOf(columns: readonly Column[]): string[] {
  const heads: string[] = [];
  for (let i = 1; i < columns.length; i++) define(heads, i - 1, (columns[i] as Column).head);
  return heads;
}

/** Names of the entries; of a typed array no more than fit, it may have millions. */
function rowNames(data: object): readonly string[] {
  if (typedArrayName(data) === undefined) return objectKeys(data);
  const names: string[] = [];
  for (let i = 0; i < typedArrayLength(data) && i < rowsThatFit(); i++) define(names, i, NativeString(i));
  return names;
}

const isObject = (value: unknown): value is object =>
  (typeof value === "object" && value !== null && tensorText(value) === undefined) || typeof value === "function";

/** A property of an entry; of a getter that there is one. */
function shownValue(owner: object, key: string): unknown {
  const property = getOwnPropertyDescriptor(owner, key);
  if (property === undefined || ownsProperty(property, "value")) return property?.value;
  return "[Getter]";
}

function cellText(shown: unknown): string {
  const value = bare(shown);
  const tensor = typeof value === "object" && value !== null ? tensorText(value) : undefined;
  if (tensor !== undefined) return replaceAll(replaceAll(tensor, "\n", " "), "  ", "");
  const isLarge = typeof value === "object" && value !== null && !isArray(value) && objectKeys(value).length > 2;
  return inspect(value, { depth: isLarge ? -1 : 0, listLength: 3, breakLength: infinity });
}

function draw(columns: readonly Column[]): string {
  const widths: number[] = [];
  let rows = 0;
  for (let i = 0; i < columns.length; i++) {
    const { head, cells } = columns[i] as Column;
    let widest = textWidth(head);
    for (let row = 0; row < cells.length; row++) {
      const width = textWidth(cells[row] ?? "");
      if (width > widest) widest = width;
    }
    define(widths, i, widest);
    if (cells.length > rows) rows = cells.length;
  }
  let text = `${line(widths, "┌", "┬", "┐")}\n${drawRow(columns, widths, -1)}\n${line(widths, "├", "┼", "┤")}\n`;
  for (let row = 0; row < rows && text.length < roomLeft(); row++) text += `${drawRow(columns, widths, row)}\n`;
  return text + line(widths, "└", "┴", "┘");
}

function line(widths: readonly number[], left: string, middle: string, right: string): string {
  let text = left;
  for (let i = 0; i < widths.length; i++)
    text += `${i === 0 ? "" : middle}${stringRepeat("─", (widths[i] as number) + 2)}`;
  return text + right;
}

/** @param row -1 for the heads. */
function drawRow(columns: readonly Column[], widths: readonly number[], row: number): string {
  let text = "│ ";
  for (let i = 0; i < columns.length; i++) {
    const { head, cells } = columns[i] as Column;
    const cell = row === -1 ? head : ownsProperty(cells, row) ? (cells[row] as string) : "";
    text += `${i === 0 ? "" : " │ "}${cell}${stringRepeat(" ", (widths[i] as number) - textWidth(cell))}`;
  }
  return `${text} │`;
}
