import { promisify } from "node:util";
import { deflateRaw, deflateRawSync, inflateRaw, inflateRawSync } from "node:zlib";

const [deflateApart, inflateApart] = [promisify(deflateRaw), promisify(inflateRaw)];

/** Up to this size, bytes, it takes longer to hand something to another thread than to do it here, and no time to speak of. */
const small = 100_000;

/** Makes a text smaller on its way through a database. */
export async function compress(text: string | Uint8Array): Promise<Buffer> {
  return text.length <= small ? deflateRawSync(text) : deflateApart(text);
}

/** @param most Largest text, bytes. @throws {Error} where it is larger, or damaged. */
export async function decompress(body: Uint8Array, most: number): Promise<Buffer> {
  const options = { maxOutputLength: most };
  return 20 * body.length <= small ? inflateRawSync(body, options) : inflateApart(body, options);
}
