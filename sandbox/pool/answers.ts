import type { SourcePlaces } from "../bundle/source-places.ts";
import type { PlannedCase } from "../protocol/messages.ts";
import { outcomeOfReply, shownAgain } from "../replies/outcome-of-reply.ts";
import { HeldResults } from "../replies/parse-reply.ts";
import type { CaseBook } from "./case-book.ts";
import type { CaseQueue } from "./case-queue.ts";

/** Reads what cases have answered, and books it. */
export class Answers {
  readonly #book: CaseBook;
  readonly #queue: CaseQueue;
  readonly #places: SourcePlaces;
  readonly #consoleBytes: number;
  readonly #held = new HeldResults();

  /** @param queue Of the book. @param consoleBytes Most that is kept of what a case has printed. */
  constructor(book: CaseBook, queue: CaseQueue, places: SourcePlaces, consoleBytes: number) {
    this.#book = book;
    this.#queue = queue;
    this.#places = places;
    this.#consoleBytes = consoleBytes;
  }

  /**
   * Takes the answer of the case whose turn it is.
   * @param bytes The guest's reply, untrusted; empty where a case that is called again has nothing new to say.
   * @returns Whether it is one.
   */
  take(planned: PlannedCase, bytes: Uint8Array): boolean {
    const { again } = planned;
    if (again !== undefined) {
      const isNew = bytes.length > 0;
      this.#book.addAgain(isNew ? shownAgain(again, this.#queue.firstRun, this.#held.read(planned, bytes)) : {});
      return true;
    }
    const answer = outcomeOfReply(this.#held.read(planned, bytes), this.#places, this.#consoleBytes);
    if (answer === undefined) return false;
    this.#book.add(answer.outcome, answer.console);
    return true;
  }
}
