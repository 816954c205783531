import { define } from "../intrinsics/intrinsics.ts";

/** How deep and how much is looked into a value that is printed: the options of Node's `util.inspect`. */
export type LookOptions = {
  /** How often a list in a list, or an object in an object, is looked into. */
  readonly depth?: number;
  readonly showHidden?: boolean;
  /** Entries of a list that are shown. */
  readonly listLength?: number;
  /** Columns of a line. */
  readonly breakLength?: number;
};

/** One look at a value, and at what is in it. */
export type Look = Required<LookOptions> & {
  indentation: number;
  /** Depth of the object that was entered last. */
  currentDepth: number;
  /** The objects around the one looked at, innermost first. */
  around: Around | undefined;
  /** Objects that hold themselves, in the order in which that was found. */
  readonly circular: object[];
  /** Characters that can still be shown: beyond them nothing is looked at, however large the value is. */
  left: number;
  readonly describe: Describers;
};

/** How what is in an object is put into words; `depth` is that of the object. */
export type Describers = {
  readonly value: (look: Look, value: unknown, depth: number) => string;
  readonly property: (look: Look, owner: object, key: PropertyKey, depth: number, isItem?: boolean) => string;
};

/** An object, and those around it. */
type Around = { readonly value: object; readonly outer: Around | undefined };

/** Begins a look. @param room Characters that can be shown. */
export function startLook(options: LookOptions, room: number, describe: Describers): Look {
  return {
    depth: options.depth ?? 2,
    showHidden: options.showHidden ?? false,
    listLength: options.listLength ?? 100,
    breakLength: options.breakLength ?? 80,
    indentation: 0,
    currentDepth: 0,
    around: undefined,
    circular: [],
    left: room,
    describe,
  };
}

/** Number by which an object that holds itself is shown, from 1; 0 for one that does not. */
export function circularNumber({ circular }: Look, value: object): number {
  for (let i = 0; i < circular.length; i++) if (circular[i] === value) return i + 1;
  return 0;
}

/** The mark for an object inside of itself; undefined for one that is not. */
export function circularMark(look: Look, value: object): string | undefined {
  for (let one = look.around; one !== undefined; one = one.outer) {
    if (one.value !== value) continue;
    if (circularNumber(look, value) === 0) define(look.circular, look.circular.length, value);
    return `[Circular *${circularNumber(look, value)}]`;
  }
  return undefined;
}

/** An object whose properties are still to be put into words. */
export type Described = {
  /** What stands before the brace, or `""`. */
  readonly base: string;
  readonly open: string;
  readonly close: string;
  /** Own properties to be shown, beside the entries. */
  readonly keys: readonly PropertyKey[];
  /** What is in it that is no property, or is shown without its key. */
  readonly entries: (depth: number) => string[];
  /** Set for a list. */
  readonly list?: ListFacts;
};

/** How the entries of a list are put in columns: whether a line about the rest ends it, and whether all of it are numbers. */
export type ListFacts = { readonly hasRest: boolean; readonly isNumeric: boolean };
