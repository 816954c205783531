import { Buffer } from "node:buffer";
import type { Readable, Writable } from "node:stream";

/** Answers what the other side asks. @returns What is sent back, as JSON. */
export type AnswerRequest = (method: string, params: unknown) => unknown;

type Message = {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
};

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

/** Longest message that is read, bytes: it is parsed in one go, and nothing else happens meanwhile. */
const mostBytes = 2_000_000;
const separator = Buffer.from("\r\n\r\n");

/** JSON-RPC between two processes, each message behind its length, as language servers speak it. */
export class JsonRpc {
  readonly #out: Writable;
  readonly #answer: AnswerRequest;
  readonly #waiting = new Map<number, Waiting>();
  /** What has come and has not been read. */
  #chunks: Buffer[] = [];
  #size = 0;
  /** How much of it is needed for the next step. */
  #needed = 1;
  #lastId = 0;
  #closed: Error | undefined;

  constructor(out: Writable, incoming: Readable, answer: AnswerRequest) {
    this.#out = out;
    this.#answer = answer;
    incoming.on("data", (chunk: Buffer) => this.#read(chunk));
  }

  /**
   * Asks the other side.
   * @throws {Error} where it refuses, or {@link close} is called before it answers.
   */
  request(method: string, params: unknown): Promise<unknown> {
    if (this.#closed !== undefined) return Promise.reject(this.#closed);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.#send({ id, method, params });
    });
  }

  /** Nothing more comes: whoever still waits, or asks later, learns why. */
  close(error: Error): void {
    this.#closed = error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #send(message: Message): void {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    this.#out.write(`Content-Length: ${body.length}\r\n\r\n`);
    this.#out.write(body);
  }

  #read(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    // Looked at as a whole only where there is enough of it.
    while (this.#size >= this.#needed) {
      const all = this.#chunks.length === 1 ? (this.#chunks[0] ?? chunk) : Buffer.concat(this.#chunks);
      const end = all.indexOf(separator);
      const length = end === -1 ? 0 : Number(/Content-Length: (\d+)/i.exec(all.toString("latin1", 0, end))?.[1]);
      const start = end + separator.length;
      if (length > mostBytes) {
        this.#refuse();
        return;
      }
      const rest = end === -1 || all.length < start + length ? all : all.subarray(start + length);
      this.#chunks = [rest];
      this.#size = rest.length;
      this.#needed = rest === all ? (end === -1 ? this.#size + 1 : start + length) : 1;
      if (rest !== all) this.#take(JSON.parse(all.toString("utf8", start, start + length)) as Message);
    }
  }

  /** What takes too long to read is not read, nor what comes after it. */
  #refuse(): void {
    this.#chunks = [];
    this.#size = 0;
    this.#needed = Number.POSITIVE_INFINITY;
    this.close(new Error("an answer is too long"));
  }

  #take({ id, method, params, result, error }: Message): void {
    if (method !== undefined) {
      if (id !== undefined) this.#send({ id, result: this.#answer(method, params) });
      return;
    }
    const waiting = this.#waiting.get(id ?? 0);
    this.#waiting.delete(id ?? 0);
    if (error === undefined) waiting?.resolve(result);
    else waiting?.reject(new Error(error.message));
  }
}
