import { getHeapStatistics } from "node:v8";
import fc from "fast-check";

type Edit = { readonly at: number; readonly remove: number; readonly insert: Uint8Array };

/** Numbers that mean something where a length, a count or an extent is expected. */
const tellingNumbers = [0, 1, 4, 255, 256, 65_535, 1_000_000, 3_999_999, 2 ** 31 - 1, 2 ** 31, 2 ** 32 - 1];

/** A little-endian uint32, small, large or at a border. */
const uint32: fc.Arbitrary<Uint8Array> = fc
  .oneof(fc.nat(20), fc.constantFrom(...tellingNumbers), fc.nat(2 ** 32 - 1))
  .map((number) => {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, number, true);
    return bytes;
  });

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ at: fc.nat(), remove: fc.constant(1), insert: fc.uint8Array({ minLength: 1, maxLength: 1 }) }),
  fc.record({ at: fc.nat(), remove: fc.constant(4), insert: uint32 }),
  fc.record({ at: fc.nat(), remove: fc.nat(40), insert: fc.uint8Array({ maxLength: 12 }) }),
);

/** Bytes of a valid message with one to four places overwritten, cut out or filled up. */
export function mutated(valid: fc.Arbitrary<Uint8Array>): fc.Arbitrary<Uint8Array> {
  const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
  return fc.tuple(valid, edits).map(([bytes, all]) => all.reduce(applied, bytes));
}

function applied(bytes: Uint8Array, { at, remove, insert }: Edit): Uint8Array {
  const start = at % (bytes.length + 1);
  return joined([bytes.subarray(0, start), insert, bytes.subarray(start + remove)]);
}

/** Random bytes, among them many that are a tag or a length of our formats, so that readers get beyond the first one. */
export const randomBytes: fc.Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ maxLength: 200 }),
  fc.array(fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 1, max: 10 }), uint32), { maxLength: 40 }).map(joined),
);

/** Bytes cut into chunks at any places, empty chunks among them. */
export function chunked(bytes: Uint8Array, cuts: readonly number[]): Uint8Array[] {
  const places = cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b);
  return [0, ...places].map((start, i) => bytes.subarray(start, places[i] ?? bytes.length));
}

/** Where to cut, see {@link chunked}. */
export const anyCuts: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(), { maxLength: 12 });

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/**
 * What a reader may allocate on V8's heap for some bytes, in bytes: objects for each of them, beside a megabyte, which is how
 * coarse V8 counts.
 */
export const fairAllocation = ({ length }: Uint8Array): number => 1_000_000 + 1000 * length;

/** Bytes that an act allocates on V8's heap, whether or not they are free again: the less of two times. */
export function allocatedBy(act: () => void): number {
  const [start, middle, end] = [allocated(), after(act), after(act)];
  return Math.min(middle - start, end - middle);
}

/** {@link allocatedBy} of an act that takes turns with others. */
export async function allocatedDuring(act: () => Promise<void>): Promise<number> {
  const start = allocated();
  await act();
  const middle = allocated();
  await act();
  return Math.min(middle - start, allocated() - middle);
}

function after(act: () => void): number {
  act();
  return allocated();
}

// Not in the types of Node yet.
const allocated = (): number =>
  (getHeapStatistics() as unknown as { total_allocated_bytes: number }).total_allocated_bytes;
